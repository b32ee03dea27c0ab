import type { Perform, PerformContext, Performed } from '../perform/perform.ts'
import type { RunLog } from '../run-log.ts'
import type { Store } from '../store/store.ts'
import type { Wait } from './perform-skill.ts'

type ToolAction = Parameters<Perform<'tool'>>[0]

/** What the tools of development work on. */
export interface DevelopmentPorts {
  readonly store: Store
  /** The turns that are under way, by id. */
  readonly logs: ReadonlyMap<string, RunLog>
  readonly wait: Wait
}

/** The names of tools that stand in for work, so that what happens around it can be seen. */
export const isDevelopmentTool = (name: string): boolean => name.startsWith('development.')

/** Performs the tools that stand in for work: `development.pretend` and `development.interrupt_streams`. */
export const createDevelopmentTools =
  (ports: DevelopmentPorts): Perform<'tool'> =>
  async (action, performing) => {
    switch (action.tool) {
      case 'development.pretend':
        return pretend(action, performing, ports.wait)
      case 'development.interrupt_streams':
        return interruptStreams(ports, action, performing)
      default:
        return { type: 'failed', error: `There is no tool “${action.tool}”. Choose one of the registry.` }
    }
  }

// It takes `ms`, fails its first `failures` attempts with `error`, and never answers its first `hangs` ones.
async function pretend({ input }: ToolAction, performing: PerformContext, wait: Wait): Promise<Performed> {
  const attempt = Number(performing.key.split(':').at(-1))
  if (attempt <= Number(input['hangs'] ?? 0)) await hang(performing.signal)
  await wait(Number(input['ms'] ?? 0), performing.signal)
  return attempt <= Number(input['failures'] ?? 0)
    ? { type: 'failed', error: textOr(input['error'], 'It failed.') }
    : { type: 'succeeded', output: {} }
}

const hang = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))

function interruptStreams(
  { store, logs }: DevelopmentPorts,
  { input }: ToolAction,
  { runId }: PerformContext,
): Performed {
  const telling = store.get('tellings', runId)
  if (telling) {
    logs.get(telling.turnId)?.interrupt({
      reason: textOr(input['reason'], 'development'),
      retryAfterMs: Number(input['retryAfterMs'] ?? 500),
    })
  }
  return { type: 'succeeded', output: {} }
}

const textOr = (value: unknown, usual: string): string => (typeof value === 'string' ? value : usual)
