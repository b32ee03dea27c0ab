import { plural } from './plural.ts'

/** What has come since the chat was last open: messages not yet seen, cards that wait for the person. */
export interface LauncherNews {
  readonly unread: number
  readonly waiting: number
}

/** The button that opens a chat over a page, and the panel that it opens. */
export interface LauncherStrings {
  readonly panel: string
  /** Said once when something has come; empty when nothing has. */
  news(news: LauncherNews): string
  open(news: LauncherNews): string
  readonly close: string
  readonly loading: string
  readonly failed: string
}

const news = ({ unread, waiting }: LauncherNews): string =>
  [
    unread > 0 ? plural(unread, 'new message', 'new messages') : '',
    waiting > 0 ? plural(waiting, 'card waits for you', 'cards wait for you') : '',
  ]
    .filter((part) => part !== '')
    .join(', ')

export const englishLauncher: LauncherStrings = {
  panel: 'Chat',
  news,
  open: (now) => {
    const words = news(now)
    return words === '' ? 'Open the chat' : `Open the chat: ${words}`
  },
  close: 'Close the chat',
  loading: 'Loading the chat…',
  failed: 'The chat could not be loaded. Trying again…',
}
