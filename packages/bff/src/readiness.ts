import type { BffParts } from './parts.ts'

/** Shorter than the patience of whoever asks. */
const storeMilliseconds = 2_000

const late = (milliseconds: number): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('late')), milliseconds).unref()
  })

/**
 * Why this process should get no new calls; `null` when it may. It asks the session store. It does not ask the provider
 * or the upstream: while one is away, people who are signed in are better served by words than by no BFF at all.
 */
export const reasonNotReady = async ({
  streams,
  oauth,
}: BffParts): Promise<'draining' | 'session-store' | null> => {
  if (streams.isEnding()) return 'draining'
  try {
    await Promise.race([oauth?.store.read('ready'), late(storeMilliseconds)])
    return null
  } catch {
    return 'session-store'
  }
}
