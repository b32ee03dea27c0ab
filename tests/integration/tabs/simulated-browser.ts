import type { Clock } from '@threadwork/core'
import type { Hold, LockManner, Locks, LockTold, PageWatcher, TabPorts } from '@threadwork/tabs'
import type { VirtualClock } from '@threadwork/testing'

/** One tab of a simulated browser. What happens to it while it hangs happens when it goes on. */
export interface SimulatedTab {
  readonly name: string
  readonly ports: TabPorts
  readonly isAlive: () => boolean
  readonly isRunning: () => boolean
  /** Runs a task of this tab: now, when it goes on, or never. */
  readonly run: (task: () => void) => void
  /** Does nothing from now on, without a word: a loop, or a debugger. */
  readonly hang: () => void
  /** The browser freezes the tab and says so. */
  readonly freeze: () => void
  readonly goOn: () => void
  readonly crash: () => void
  /** The page is left and told so; then it is gone. */
  readonly close: () => void
  readonly hide: () => void
}

export interface SimulatedBrowserOptions {
  readonly clock: VirtualClock
  /** Whether a message between tabs is lost. */
  readonly isLost?: () => boolean
  /** How long a message between tabs is under way, in milliseconds. */
  readonly delay?: () => number
}

export interface SimulatedBrowser {
  readonly openTab: (name: string) => SimulatedTab
  /** Posts to every channel of that name, as a page of another version would. */
  readonly postAs: (channel: string, message: unknown) => void
  readonly channels: () => readonly string[]
}

interface Request {
  readonly tab: SimulatedTab
  readonly told: LockTold
  isReleased: boolean
}

interface Ear {
  readonly tab: SimulatedTab
  readonly name: string
  readonly hear: (message: unknown) => void
}

/** Locks as the browser keeps them: it frees those of a tab that is gone, and knows nothing of a tab that hangs. */
const createLockHall = (clock: Clock) => {
  const holders = new Map<string, Request>()
  const queues = new Map<string, Request[]>()
  const queueOf = (name: string): Request[] => {
    const queue = queues.get(name) ?? []
    queues.set(name, queue)
    return queue
  }
  const grant = (name: string, request: Request): void => {
    holders.set(name, request)
    clock.after(1, () => request.tab.run(() => !request.isReleased && request.told.onHeld()))
  }
  const next = (name: string): void => {
    if (holders.has(name)) return
    const request = queueOf(name).shift()
    if (request) grant(name, request)
  }
  const steal = (name: string, request: Request): void => {
    const robbed = holders.get(name)
    if (robbed) clock.after(1, () => robbed.tab.run(() => !robbed.isReleased && robbed.told.onLost?.()))
    grant(name, request)
  }
  const request = (tab: SimulatedTab, name: string, manner: LockManner, told: LockTold): Hold => {
    const mine: Request = { tab, told, isReleased: false }
    // The request reaches the browser a moment later, as from a process of its own.
    clock.after(1, () => {
      if (mine.isReleased || !tab.isAlive()) return
      if (manner === 'steal') return steal(name, mine)
      if (!holders.has(name) && queueOf(name).length === 0) return grant(name, mine)
      if (manner === 'wait') queueOf(name).push(mine)
      else clock.after(1, () => tab.run(() => !mine.isReleased && told.onRefused?.()))
    })
    return { release: () => release(name, mine) }
  }
  const release = (name: string, mine: Request): void => {
    if (mine.isReleased) return
    mine.isReleased = true
    queues.set(
      name,
      queueOf(name).filter((each) => each !== mine),
    )
    if (holders.get(name) !== mine) return
    holders.delete(name)
    next(name)
  }
  const free = (tab: SimulatedTab): void => {
    for (const [name, queue] of queues)
      queues.set(
        name,
        queue.filter((each) => each.tab !== tab),
      )
    for (const [name, holder] of holders) if (holder.tab === tab) release(name, holder)
  }
  return { request, free }
}

/** A browser in memory: tabs, Web Locks and BroadcastChannels, on a virtual clock. */
export const simulatedBrowser = (options: SimulatedBrowserOptions): SimulatedBrowser => {
  const { clock, isLost = () => false, delay = () => 1 } = options
  const hall = createLockHall(clock)
  const ears = new Set<Ear>()

  const post = (from: Ear | null, name: string, message: unknown): void => {
    for (const ear of ears) {
      if (ear === from || ear.name !== name || isLost()) continue
      // Messages of one sender keep their order; a copy is what arrives.
      const copy: unknown = structuredClone(message)
      clock.after(delay(), () => ear.tab.run(() => ears.has(ear) && ear.hear(copy)))
    }
  }

  const openTab = (name: string): SimulatedTab => {
    let state: 'running' | 'hanging' | 'gone' = 'running'
    let isVisible = true
    let late: (() => void)[] = []
    const watchers = new Set<PageWatcher>()

    const run = (task: () => void): void => {
      if (state === 'running') task()
      else if (state === 'hanging') late.push(task)
    }
    const leave = (): void => {
      state = 'gone'
      for (const ear of ears) if (ear.tab === tab) ears.delete(ear)
      hall.free(tab)
    }
    const tabClock: Clock = {
      now: () => clock.now(),
      random: () => clock.random(),
      after: (ms, callback) => {
        let isCancelled = false
        const timer = clock.after(ms, () => run(() => !isCancelled && callback()))
        return {
          cancel: () => {
            isCancelled = true
            timer.cancel()
          },
        }
      },
    }
    const locks: Locks = {
      request: (lock, manner, told) => hall.request(tab, lock, manner, told),
    }
    const tab: SimulatedTab = {
      name,
      ports: {
        clock: tabClock,
        locks,
        openChannel: (channel, hear) => {
          const ear: Ear = { tab, name: channel, hear }
          ears.add(ear)
          return { post: (message) => post(ear, channel, message), close: () => void ears.delete(ear) }
        },
        isVisible: () => isVisible,
        watchPage: (watcher) => {
          watchers.add(watcher)
          return () => void watchers.delete(watcher)
        },
      },
      isAlive: () => state !== 'gone',
      isRunning: () => state === 'running',
      run,
      hang: () => {
        if (state === 'running') state = 'hanging'
      },
      freeze: () => {
        if (state !== 'running') return
        for (const watcher of watchers) watcher.onPutAway()
        state = 'hanging'
      },
      goOn: () => {
        if (state !== 'hanging') return
        state = 'running'
        for (const watcher of watchers) watcher.onBack()
        const tasks = late
        late = []
        for (const task of tasks) run(task)
      },
      crash: leave,
      close: () => {
        for (const watcher of watchers) watcher.onPutAway()
        leave()
      },
      hide: () => {
        isVisible = false
      },
    }
    return tab
  }
  return {
    openTab,
    postAs: (name, message) => post(null, name, message),
    channels: () => [...new Set([...ears].map((ear) => ear.name))],
  }
}
