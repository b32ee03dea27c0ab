import type { Neighbours } from '@threadwork/core'
import { openBrowserChannel, watchBrowserPage } from './browser-ports.ts'
import type { Channel } from './tab-ports.ts'

const isPosted = (message: unknown): message is { readonly topic: string; readonly text: string } =>
  typeof message === 'object' &&
  message !== null &&
  'topic' in message &&
  typeof message.topic === 'string' &&
  'text' in message &&
  typeof message.text === 'string'

/**
 * This person's other tabs, over a BroadcastChannel of that name. Where the browser has none, nobody is reached. While the
 * page lies in the back-forward cache the channel is closed, for an open one would push it out.
 */
export const browserNeighbours = (name: string = 'threadwork:neighbours'): Neighbours => {
  const listeners = new Map<string, Set<(text: string) => void>>()
  let channel: Channel | null = null

  const hear = (message: unknown): void => {
    if (!isPosted(message)) return
    for (const listener of listeners.get(message.topic) ?? []) listener(message.text)
  }
  const open = (): void => {
    channel ??= openBrowserChannel(name, hear)
  }
  const close = (): void => {
    channel?.close()
    channel = null
  }
  if ('document' in globalThis) {
    open()
    watchBrowserPage({ onPutAway: close, onBack: open })
  }
  return {
    post: (topic, text) => channel?.post({ topic, text }),
    listen: (topic, listener) => {
      const known = listeners.get(topic) ?? new Set()
      listeners.set(topic, known.add(listener))
      return () => {
        known.delete(listener)
        if (known.size === 0) listeners.delete(topic)
      }
    },
  }
}
