import { lateMarkdown } from '../markdown/late-markdown.ts'
import { lateCards } from './LateCard.tsx'

/**
 * Loads what a thread draws late: markdown and cards. A thread does so itself behind its first paint; call it where
 * everything has to stand at once. Resolves when it has come, and keeps trying while the network is away.
 */
export const preloadThread = async (): Promise<void> => {
  await Promise.all([lateMarkdown.preload(), lateCards.preload()])
}
