import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import { lateValue } from './late-value.ts'

type Late<Props> = ComponentType<Props> | LazyExoticComponent<ComponentType<Props>>

/** A component in a chunk of its own. */
export interface LateComponent<Props> {
  /** Loads it before it is needed; resolves when it can be drawn at once, and never rejects. */
  preload(): Promise<void>
  /** What a mount draws, below a `Suspense`: the component where it has come, else a stand-in that waits for it. */
  take(): Late<Props>
}

/** Tries until `load` succeeds, so that a lost network costs a wait and not the page. */
export const lateComponent = <Props>(load: () => Promise<ComponentType<Props>>): LateComponent<Props> => {
  const value = lateValue(load)
  const StandIn = lazy(async () => ({ default: await value.load() }))
  return {
    preload: async () => void (await value.load()),
    // Where it has come it is drawn at once: a stand-in would show its fallback for a moment even then.
    take: () => value.peek() ?? StandIn,
  }
}
