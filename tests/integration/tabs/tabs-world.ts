import { createSession, type Session } from '@threadwork/core'
import { acrossTabs } from '@threadwork/tabs'
import { memoryStorage, printTimeline, virtualClock, type VirtualClock } from '@threadwork/testing'
import {
  simulatedBrowser,
  type SimulatedBrowser,
  type SimulatedBrowserOptions,
  type SimulatedTab,
} from './simulated-browser.ts'
import { simulatedServer, type SimulatedServer } from './simulated-server.ts'

/** A tab with the conversation open in it. */
export interface OpenTab extends SimulatedTab {
  readonly session: Session
  readonly timeline: () => readonly string[]
}

export interface TabsWorld {
  readonly clock: VirtualClock
  readonly browser: SimulatedBrowser
  readonly server: SimulatedServer
  readonly open: (name: string) => OpenTab
  /** Lets time pass, in small steps. */
  readonly pass: (ms: number) => Promise<void>
}

export interface TabsWorldOptions extends Omit<SimulatedBrowserOptions, 'clock'> {
  readonly seed?: number
  readonly delivery?: 'pull' | 'push'
  /** Each tab has a stream of its own: the control. */
  readonly isAlone?: boolean
  /** Called at each step of time. */
  readonly look?: (world: TabsWorld) => void
}

/** A browser, a server, and sessions of one conversation in as many tabs as a test opens. */
export const tabsWorld = (options: TabsWorldOptions = {}): TabsWorld => {
  const clock = virtualClock({ now: 1000, seed: options.seed ?? 1 })
  const browser = simulatedBrowser({ clock, ...options })
  const server = simulatedServer(clock, options.delivery)
  const world: TabsWorld = {
    clock,
    browser,
    server,
    open: (name) => {
      const tab = browser.openTab(name)
      const own = server.transportFor(tab)
      const transport = options.isAlone ? own : acrossTabs(own, { ports: tab.ports })
      const session = createSession({
        transport,
        conversationId: 'c1',
        clock: tab.ports.clock,
        storage: memoryStorage(),
      })
      session.open()
      return { ...tab, session, timeline: () => printTimeline(session.getState().items) }
    },
    pass: async (ms) => {
      for (let passed = 0; passed < ms; passed += 25) {
        await clock.advanceAsync(Math.min(25, ms - passed))
        options.look?.(world)
      }
    },
  }
  return world
}
