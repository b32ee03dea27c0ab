import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('popstate', listener)
  return () => removeEventListener('popstate', listener)
}

const read = (): string | null => /^\/c\/([^/]+)$/.exec(location.pathname)?.[1] ?? null

/** Goes to a conversation, or to the start with `null`. Back and forward work. */
export const goTo = (conversationId: string | null): void => {
  const path = conversationId === null ? '/' : `/c/${encodeURIComponent(conversationId)}`
  if (path === location.pathname) return
  history.pushState(null, '', path)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** The conversation that the address names. */
export const useConversationId = (): string | null => {
  const named = useSyncExternalStore(subscribe, read)
  return named === null ? null : decodeURIComponent(named)
}
