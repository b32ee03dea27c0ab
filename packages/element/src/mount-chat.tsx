import type { Session } from '@threadwork/core'
import { preloadThread } from '@threadwork/react'
import kitStyles from '@threadwork/react/chat.css?inline'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { adoptStyles } from './adopt-styles.ts'
import type { Emit } from './chat-events.ts'
import type { ChatSettings } from './chat-settings.ts'
import elementStyles from './element.css?inline'
import { ElementChat } from './ElementChat.tsx'
import { shadowStyles } from './shadow-styles.ts'

/** Where a chat is to stand. */
export interface ChatPlace {
  readonly tree: ShadowRoot
  readonly place: HTMLElement
  /** Stylesheets of the surroundings, which come first. */
  readonly styles: readonly string[]
  readonly emit: Emit
  readonly onClose: (() => void) | null
}

/** A chat on the page. */
export interface ChatMount {
  readonly session: Session | null
  update(settings: ChatSettings): void
  /** Takes the focus to the composer. */
  focus(): void
  unmount(): void
}

const styles = shadowStyles(kitStyles)

/** Draws a chat into a shadow tree. It comes with React and with the kit, in a chunk of its own. */
export const mountChat = (where: ChatPlace, settings: ChatSettings): ChatMount => {
  const { tree, place, emit, onClose } = where
  let session: Session | null = null
  const onSession = (next: Session | null): void => void (session = next)
  adoptStyles(tree, ...where.styles, styles, elementStyles)
  const root = createRoot(place)
  const update = (next: ChatSettings): void =>
    root.render(createElement(ElementChat, { settings: next, emit, onSession, onClose }))
  void preloadThread()
  update(settings)
  return {
    get session() {
      return session
    },
    update,
    focus: () => place.querySelector<HTMLElement>('.twk-composer textarea')?.focus(),
    unmount: () => root.unmount(),
  }
}
