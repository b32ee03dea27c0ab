import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createSession, type Fact } from '@threadwork/core'
import { memoryStorage, scriptedTransport, virtualClock } from '@threadwork/testing'
import { eventsInNight, historyOfNight, playNight, rowsOfNight } from './long-night.ts'
import { slopeOf, type Reading } from './slope.ts'

setFlagsFromString('--expose-gc')
// The flag gives it to contexts that are made from now on.
const collect = runInNewContext('gc') as () => void

const heap = (): number => {
  collect()
  return process.memoryUsage().heapUsed
}

export interface SessionHeap {
  readonly events: number
  readonly rows: number
  /** Bytes of heap for each event. */
  readonly slope: number
}

/** Plays so many events into one session, night after night, and weighs it. `leaks`: the control keeps each fact. */
export const weighSession = async (events: number, leaks = false): Promise<SessionHeap> => {
  const clock = virtualClock()
  const transport = scriptedTransport({
    onRead: () => ({ status: 'read', facts: historyOfNight(), isExpired: false, problems: [] }),
  })
  const session = createSession({ transport, conversationId: 'night', clock, storage: memoryStorage() })
  const kept: Fact[] = []
  let published = 0
  session.subscribe(() => (published += 1))
  session.open()
  await clock.advanceAsync(100)

  const nights = Math.ceil(events / eventsInNight)
  const readings: Reading[] = []
  // The first nights fill what may be filled once, such as the inspector's log.
  const warm = Math.ceil(nights / 10)
  for (let night = 1; night <= nights; night += 1) {
    const facts = playNight()
    if (leaks) kept.push(...facts)
    transport.push(...facts)
    await clock.advanceAsync(50)
    if (night >= warm && night % Math.ceil(nights / 20) === 0)
      readings.push({ done: night * eventsInNight, bytes: heap() })
  }
  const rows = session.getState().items.length
  session.close()
  if (rows !== rowsOfNight || published === 0)
    throw new Error(`The night left ${rows} rows instead of ${rowsOfNight}, so its weight means nothing.`)
  return { events: nights * eventsInNight, rows, slope: slopeOf(readings) }
}
