import { keepFigure } from '../figures/figure.ts'
import { startNightStage, type Weighed } from '../integration/memory/chat-heap.ts'
import { weighSession } from '../integration/memory/session-heap.ts'

// What a night of events and 500 mounts leave: `EVENTS=200000 MOUNTS=500 pnpm torture memory`.
const events = Number(process.env['EVENTS'] ?? 200_000)
const mounts = Number(process.env['MOUNTS'] ?? 500)
const command = `EVENTS=${events} MOUNTS=${mounts} pnpm torture memory`
/** Bytes of heap. */
const mostForEvent = 5
const mostForMount = 100
/** A caret and a scrollbar come and go; a leak of one node a night is far more. */
const nodesOfChance = 10
let isClean = true

interface Verdict {
  readonly goal: string
  readonly count: number
  readonly isHeld: boolean
  readonly isControlCaught: boolean
  readonly worst: string
}

const keep = ({ goal, count, isHeld, isControlCaught, worst }: Verdict): void => {
  const isGood = isHeld && isControlCaught
  isClean &&= isGood
  const control = `control: a leak is ${isControlCaught ? 'caught' : 'MISSED'}`
  const passed = isHeld ? count : 0
  keepFigure({ goal, count, passed, failed: count - passed, worst: `${worst}; ${control}`, seed: 0, command })
}

const isHeld = ({ slope, before, after }: Weighed, most: number): boolean =>
  slope <= most &&
  Math.abs(after.nodes - before.nodes) <= nodesOfChance &&
  after.listeners <= before.listeners

const told = ({ slope, before, after }: Weighed, what: string): string =>
  `${slope.toFixed(1)} bytes ${what}, nodes ${before.nodes} and ${after.nodes}, listeners ${before.listeners} and ${after.listeners}`

const inSession = await weighSession(events)
keep({
  goal: 'Events into a session of 300 rows at 5 bytes of heap each, or less',
  count: inSession.events,
  isHeld: inSession.slope <= mostForEvent,
  isControlCaught: (await weighSession(events / 10, true)).slope > mostForEvent,
  worst: `${inSession.slope.toFixed(1)} bytes an event`,
})

const stage = await startNightStage()
const inChat = await stage.weighEvents(events)
keep({
  goal: 'Events into a chat in Chromium, 300 rows, at 5 bytes of heap each, or less; nodes and listeners constant',
  count: inChat.done,
  isHeld: isHeld(inChat, mostForEvent),
  isControlCaught: !isHeld(await stage.weighEvents(events / 10, true), mostForEvent),
  worst: told(inChat, 'an event'),
})

const mounted = await stage.weighMounts(mounts)
keep({
  goal: 'Chats mounted and unmounted in Chromium that leave no node, no listener and no heap',
  count: mounted.done,
  isHeld: isHeld(mounted, mostForMount),
  isControlCaught: !isHeld(await stage.weighMounts(mounts / 10, true), mostForMount),
  worst: told(mounted, 'a mount'),
})
await stage.close()
process.exit(isClean ? 0 : 1)
