import { lateForm } from '../form/late-form.ts'
import { lateMarkdown } from '../markdown/late-markdown.ts'
import { lateVirtualRows } from './late-virtual-rows.ts'
import { lateCards } from './LateCard.tsx'

/** Loads what any thread draws late: markdown and cards. */
export const preloadCards = async (): Promise<void> => {
  await Promise.all([lateMarkdown.preload(), lateCards.preload()])
}

/**
 * Loads what a thread draws late: markdown, cards, and what long threads need. A thread does so itself behind its
 * first paint; call it where everything has to stand at once. Resolves when it has come, and keeps trying while the
 * network is away.
 */
export const preloadThread = async (): Promise<void> => {
  await Promise.all([preloadCards(), lateVirtualRows.load()])
}

/**
 * Loads all that a thread could wait for, open forms included, so that `renderToString` draws it whole. A server that
 * streams needs it not: `renderToPipeableStream` waits by itself.
 */
export const preloadForServer = async (): Promise<void> => {
  await Promise.all([preloadThread(), lateForm.preload()])
}
