import { parseHistoryMessage, seededRandom } from '@threadwork/testing'
import { tabsWorld, type OpenTab, type TabsWorld } from './tabs-world.ts'

/** One thing that happens: `tab` and `ms` mean what the act makes of them. */
export interface Act {
  readonly type:
    | 'open'
    | 'close'
    | 'crash'
    | 'freeze'
    | 'hang'
    | 'go-on'
    | 'hide'
    | 'send'
    | 'event'
    | 'lossy'
  /** Which tab, counted around those that are open. */
  readonly tab: number
  /** How long nothing else happens afterwards, in milliseconds. */
  readonly ms: number
}

export interface PlayedSchedule {
  /** What is wrong, in words; empty when nothing is. */
  readonly wrong: readonly string[]
  /** The longest time in milliseconds for which two running tabs had a stream each. */
  readonly longestDouble: number
  /**
   * The longest time in milliseconds for which a turn went on and nobody had a stream, though a tab was there to be seen;
   * only while no word was lost between the tabs.
   */
  readonly longestGap: number
  readonly opened: number
}

export interface ScheduleOptions {
  readonly seed: number
  readonly acts: readonly Act[]
  readonly delivery?: 'pull' | 'push'
  /** The control: tabs that share nothing. */
  readonly isAlone?: boolean
}

const step = 25

/** Plays a schedule on several tabs of one conversation, and compares them all with a tab that opens after it. */
export const playSchedule = async ({
  seed,
  acts,
  delivery = 'pull',
  isAlone = false,
}: ScheduleOptions): Promise<PlayedSchedule> => {
  const chance = seededRandom(seed + 1)
  let isLossy = false
  let wasLossy = false
  const isPush = delivery === 'push'
  // A hub is listened to whether a turn goes on or not.
  let isInTurn = isPush
  let double = 0
  let gap = 0
  let longestDouble = 0
  let longestGap = 0
  const look = ({ server }: TabsWorld): void => {
    const count = server.openStreams().length
    double = count > 1 ? double + step : 0
    // At the beginning there is nobody whose place is to be taken.
    const isMissed =
      isInTurn && server.opened() > 0 && count === 0 && running().some(({ ports }) => ports.isVisible())
    gap = isMissed && !wasLossy ? gap + step : 0
    longestDouble = Math.max(longestDouble, double)
    longestGap = Math.max(longestGap, gap)
  }
  const world = tabsWorld({ seed, isAlone, delivery, look, isLost: () => isLossy && chance() < 0.3 })
  const { server } = world
  let tabs: OpenTab[] = []
  let count = 0
  let run = 0
  let seq = 0

  const running = (): readonly OpenTab[] => tabs.filter((tab) => tab.isRunning())
  const open = (): void => {
    count += 1
    tabs.push(world.open(`t${count}`))
  }
  const emit = (event: string): string => {
    seq += 1
    return `r${run}/${seq}@${run * 100 + seq} ${event} id=${seq}`
  }
  const say = (): void => {
    seq += 1
    const step = parseHistoryMessage(`m${seq}@${seq} agent word`)
    if (step) server.say(step)
  }
  const send = async (tab: OpenTab | undefined): Promise<void> => {
    // A tab that still reads would keep the message for later.
    const state = tab?.session.getState()
    if (isInTurn || !tab || state?.history !== 'ready' || state.phase !== 'idle') return
    run += 1
    seq = 0
    const before = server.messages().length
    tab.session.send(`message ${run}`)
    for (let waited = 0; waited < 10 && server.messages().length === before; waited += 1)
      await world.pass(step)
    isInTurn = server.messages().length > before
    if (isInTurn) server.emit(emit('processing.started'))
  }
  const end = (): void => {
    if (isPush || !isInTurn) return
    server.endTurn(emit('processing.finished'))
    isInTurn = false
  }
  const happen = (): void => {
    if (isPush) return say()
    if (!isInTurn) return
    if (chance() < 0.15) return end()
    server.emit(emit(`agent.message m${run}x${seq} word`))
  }
  const act = async ({ type, tab: number }: Act): Promise<void> => {
    const tab = tabs[number % Math.max(1, tabs.length)]
    switch (type) {
      case 'open':
        if (tabs.length < 5) open()
        return
      case 'close':
      case 'crash':
        tab?.[type]()
        tabs = tabs.filter((each) => each.isAlive())
        return
      case 'freeze':
      case 'hang':
      case 'hide':
        return tab?.[type]()
      case 'go-on':
        return tab?.goOn()
      case 'send':
        return send(running()[number % Math.max(1, running().length)])
      case 'event':
        return happen()
      case 'lossy':
        isLossy = !isLossy
        wasLossy = true
    }
  }

  open()
  open()
  await world.pass(500)
  for (const each of acts) {
    await act(each)
    await world.pass(each.ms)
  }
  isLossy = false
  for (const tab of tabs) tab.goOn()
  // Words are a hint: a tab at rest that heard none of them knows when somebody looks at it.
  if (wasLossy) for (const { session } of tabs) session.wake()
  await world.pass(10_000)
  const midway = world.open('midway')
  await world.pass(10_000)
  const wrong = differences('in the turn', tabs, midway)
  tabs.push(midway)
  if (isInTurn && !isAlone && server.openStreams().length !== 1)
    wrong.push(`${server.openStreams().length} streams are open at rest`)
  end()
  await world.pass(10_000)
  const last = world.open('last')
  await world.pass(2000)
  wrong.push(...differences('at the end', tabs, last))
  for (const { session } of tabs) session.close()
  return { wrong, longestDouble, longestGap, opened: server.opened() }
}

const differences = (when: string, tabs: readonly OpenTab[], fresh: OpenTab): string[] => {
  const due = fresh.timeline().join(', ')
  return tabs.flatMap(({ name, timeline }) => {
    const seen = timeline().join(', ')
    return seen === due ? [] : [`${when}, ${name} shows “${seen}” in the place of “${due}”`]
  })
}
