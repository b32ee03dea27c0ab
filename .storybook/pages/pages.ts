import { cardPages } from './card-pages.ts'
import type { ComponentPage } from './component-page.ts'
import { conversationPages } from './conversation-pages.ts'
import { foundationPages } from './foundation-pages.ts'
import { messagePages } from './message-pages.ts'

/** Every component that has a page. */
export const pages: readonly ComponentPage[] = [
  ...cardPages,
  ...messagePages,
  ...conversationPages,
  ...foundationPages,
]
