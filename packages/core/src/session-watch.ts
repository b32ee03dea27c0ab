import type { TransportConnection, TransportSink } from './transport.ts'

type Ports = TransportSink & Required<TransportConnection>

/** One call between a session and its transport, and what it returned: a promise where the answer takes time. */
export type SessionCall = {
  readonly [Name in keyof Ports]: {
    readonly name: Name
    readonly args: Parameters<Ports[Name]>
    readonly result: ReturnType<Ports[Name]>
  }
}[keyof Ports]

/** Hears of each call, after it was made. It must not throw. */
export type SessionWatcher = (call: SessionCall) => void

/** The same port, with every call told to the watchers. Who watches nothing pays one look at an empty set. */
export const watched = <Port extends object>(port: Port, watchers: ReadonlySet<SessionWatcher>): Port =>
  new Proxy(port, {
    // Ports have methods alone, and the ports' own types say which arguments and results belong to a name.
    get: (target, name) => {
      const methods = target as Readonly<Record<typeof name, (...args: readonly unknown[]) => unknown>>
      return (
        methods[name] &&
        ((...args: readonly unknown[]) => {
          const result = methods[name]?.(...args)
          for (const watcher of watchers) watcher({ name, args, result } as SessionCall)
          return result
        })
      )
    },
  })
