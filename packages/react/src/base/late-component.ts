import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

type Late<Props> = ComponentType<Props> | LazyExoticComponent<ComponentType<Props>>

/** A component in a chunk of its own. */
export interface LateComponent<Props> {
  /** Loads it before it is needed; resolves when it can be drawn at once, and never rejects. */
  preload(): Promise<void>
  /** What a mount draws, below a `Suspense`: the component where it has come, else a stand-in that waits for it. */
  take(): Late<Props>
}

const firstWait = 1000
const longestWait = 8000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Tries until `load` succeeds, so that a lost network costs a wait and not the page. */
export const lateComponent = <Props>(load: () => Promise<ComponentType<Props>>): LateComponent<Props> => {
  let loaded: ComponentType<Props> | null = null
  let coming: Promise<ComponentType<Props>> | null = null

  const attempt = async (wait: number): Promise<ComponentType<Props>> => {
    try {
      return await load()
    } catch {
      await pause(wait)
      return attempt(Math.min(wait * 2, longestWait))
    }
  }
  const come = async (): Promise<ComponentType<Props>> => {
    coming ??= attempt(firstWait)
    loaded = await coming
    return loaded
  }

  const StandIn = lazy(async () => ({ default: await come() }))
  return {
    preload: async () => void (await come()),
    // Where it has come it is drawn at once: a stand-in would show its fallback for a moment even then.
    take: () => loaded ?? StandIn,
  }
}
