import { targetOf } from '../base/tree.ts'

/** Mounted chats; the one that was used last stands last. */
const chats: HTMLElement[] = []

/** Whether the person last used a part of the page that is no chat's and no region's. */
let isElsewhere = false

const noteUse = (event: Event): void => {
  const target = targetOf(event)
  if (!(target instanceof Element) || target === document.body || target === document.documentElement) return
  const chat = target.closest<HTMLElement>('.twk-chat')
  isElsewhere = chat === null && target.closest('[data-twk-region]') === null
  const at = chat ? chats.indexOf(chat) : -1
  if (chat && at >= 0) chats.push(...chats.splice(at, 1))
}

/** Lets a chat take part in the page's keys; returns the way to leave. */
export const mountChat = (chat: HTMLElement): (() => void) => {
  if (chats.length === 0) {
    document.addEventListener('focusin', noteUse)
    document.addEventListener('pointerdown', noteUse)
  }
  chats.unshift(chat)
  return () => {
    chats.splice(chats.indexOf(chat), 1)
    if (chats.length > 0) return
    isElsewhere = false
    document.removeEventListener('focusin', noteUse)
    document.removeEventListener('pointerdown', noteUse)
  }
}

/**
 * Whether a press is meant for this chat: it happened in it, or, while it was the last that was used, in a region that
 * belongs to no chat or nowhere in particular.
 */
export const isMeantFor = (chat: HTMLElement, target: EventTarget | null): boolean => {
  if (!(target instanceof Element)) return false
  const owner = target.closest('.twk-chat')
  if (owner) return owner === chat
  const isNowhere = target === document.body || target === document.documentElement
  const isInRegion = target.closest('[data-twk-region]') !== null
  return chats.at(-1) === chat && (isInRegion || (isNowhere && !isElsewhere))
}
