import type { EngineWorld } from './engine-world.ts'
import { createNormaliser } from './normalise.ts'
import type { Heard } from './outer-world.ts'

/** Parsed JSON, whose shape a chapter knows. */
export type Json = ReturnType<typeof JSON.parse>

/** An answer with its body read; `null` where there is none. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: Json
}

type Headers = Readonly<Record<string, string>>

/** What a chapter plays on: a world, and the trace of what it saw there. */
export interface Stage {
  /** Asks below `/api`. A text is sent as it is, everything else as JSON. */
  ask(method: string, path: string, body?: unknown, headers?: Headers): Promise<Answer>
  /** The same for what has to succeed: its body. */
  read(method: string, path: string, body?: unknown, headers?: Headers): Promise<Json>
  /** Puts something into the trace. */
  note(what: string, value: unknown): void
  skip(ms: number): Promise<void>
  restart(): Promise<void>
  /** What was sent to addresses that begin so, in the order of their addresses. */
  heard(start: string): readonly Heard[]
  /** Asks until it is so, while what was set going comes on. */
  until(path: string, isSo: (body: Json) => boolean): Promise<Json>
  readonly trace: readonly string[]
}

const patience = 1500

/** Sets a stage in a world, with an empty trace. */
export const createStage = (world: EngineWorld): Stage => {
  const trace: string[] = []
  const normalise = createNormaliser()
  const ask: Stage['ask'] = async (method, path, body, headers = {}) => {
    const init = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const answer = await world.fetch(`/api${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...init,
    })
    const type = (answer.headers.get('Content-Type') ?? '').split(';')[0] ?? ''
    const text = await answer.text()
    return { status: answer.status, type, body: type.endsWith('json') ? JSON.parse(text) : text || null }
  }
  const read: Stage['read'] = async (method, path, ...rest) => {
    const { status, body } = await ask(method, path, ...rest)
    if (status < 300) return body?.result ?? body
    throw new Error(`${method} ${path} was answered with ${status}: ${JSON.stringify(body)}`)
  }
  return {
    trace,
    ask,
    read,
    note: (what, value) => void trace.push(normalise(what, value)),
    skip: (ms) => world.skip(ms),
    restart: () => world.restart(),
    heard: (start) =>
      world
        .heard()
        .filter(({ url }) => url.startsWith(start))
        .toSorted((one, other) => (one.url < other.url ? -1 : Number(one.url > other.url))),
    until: async (path, isSo) => {
      let body: Json = null
      for (let turn = 0; turn < patience; turn += 1) {
        body = await read('GET', path)
        if (isSo(body)) return body
        await world.skip(10)
      }
      throw new Error(`It never came to this at ${path}, which says ${JSON.stringify(body)}`)
    },
  }
}
