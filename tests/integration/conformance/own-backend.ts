import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Fact } from '@threadwork/core'
import { headless } from '@threadwork/headless'
import type { ConformanceSubject } from '@threadwork/testing'
import { conversation, linkOf, messages, only } from './headless-backend.ts'
import { wireOfEvent } from './wire-of-event.ts'

const program = fileURLToPath(
  new URL('../../../packages/testing/examples/plain-backend.mjs', import.meta.url),
)

/** What the backend is to answer to reads, in the words of its API. */
const readsOf = (kept: readonly Fact[]): object => ({
  '/conversations/conformance': conversation(kept),
  '/messages': messages(kept),
  '/events': { events: only(kept, 'event').map(({ event }) => wireOfEvent(event)) },
  ...Object.fromEntries(
    only(kept, 'connection').map(({ connection: { attemptId } }) => [
      `/runtime_connection/${attemptId}/link`,
      linkOf(kept, attemptId),
    ]),
  ),
})

/** The example of packages/testing/README.md: a backend in a process of its own, steered through its door for tests. */
export const startOwnBackend = async (): Promise<OwnBackend> => {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] })
  // It prints one line when it listens.
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const url = line.replace('READY ', '')
  const tell = async (door: string, body = ''): Promise<number> => {
    const response = await fetch(`${url}/test/${door}`, { method: 'POST', body })
    return ((await response.json()) as { commands: number }).commands // the door's own form
  }
  return {
    createSubject: async () => {
      await tell('reset')
      const kept: Fact[] = []
      let count = 0
      const closing = new AbortController()
      const askOn = async (): Promise<void> => {
        while (!closing.signal.aborted) {
          count = await tell('commands')
          await new Promise((done) => setTimeout(done, 20))
        }
      }
      const asking = askOn()
      return {
        transport: headless({ url }),
        say: async (events) => {
          const text = events.map((event) => `data: ${JSON.stringify(wireOfEvent(event))}\n\n`).join('')
          await tell('say', text)
        },
        keep: async (facts) => {
          kept.push(...facts)
          await tell('reads', JSON.stringify(readsOf(kept)))
        },
        cut: async () => {
          await tell('cut')
        },
        commandCount: () => count,
        close: async () => {
          closing.abort()
          await asking
        },
      }
    },
    stop: async () => {
      child.kill()
      await once(child, 'exit')
    },
  }
}

/** One process, and a fresh start of it for each rule. */
export interface OwnBackend {
  createSubject(): Promise<ConformanceSubject>
  stop(): Promise<void>
}
