import type { mountChat } from './mount-chat.tsx'

const firstWait = 1000
const longestWait = 8000

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const attempt = async (wait: number): Promise<typeof mountChat> => {
  try {
    return (await import('./mount-chat.tsx')).mountChat
  } catch {
    await pause(wait)
    return attempt(Math.min(wait * 2, longestWait))
  }
}

let coming: Promise<typeof mountChat> | null = null

/** Loads React and the kit, once, and tries until they come: a lost network costs a wait and not the page. */
export const loadMount = (): Promise<typeof mountChat> => (coming ??= attempt(firstWait))
