/** The names of the regions that F6 walks through, and what the keys say without their sheet. */
export interface RegionStrings {
  readonly title: string
  readonly nothingWaits: string
  /** The names of the regions that F6 walks through. */
  chat(title: string | null): string
  readonly header: string
  readonly composer: string
}

export const englishRegions: RegionStrings = {
  title: 'Keyboard shortcuts',
  nothingWaits: 'Nothing waits for you.',
  chat: (title) => (title === null ? 'Chat' : `Chat: ${title}`),
  header: 'Chat header',
  composer: 'Write a message',
}
