import type { Transport } from '@threadwork/core'
import type { StringOverrides, Strings } from '@threadwork/react'
import type { DomRenderers } from './dom-renderers.tsx'

/** Over what a chat speaks with its backend: server-sent events, or a hub. */
export type Wire = 'headless' | 'signalr'

/** What a page can only say by property. */
export interface ChatProperties {
  /** Takes the place of `url` and `wire`; it needs a conversation's id. */
  readonly transport: Transport | null
  readonly strings: StringOverrides
  readonly renderers: DomRenderers
  /** Offered while the conversation is empty. */
  readonly suggestions: readonly string[]
}

/** Everything that a page asks of a chat. */
export interface ChatSettings extends ChatProperties {
  /** Where the backend's API begins, such as `/api/chat`. */
  readonly url: string
  readonly wire: Wire
  /** `null`: the chat begins a conversation of its own and keeps to it in this tab. */
  readonly conversationId: string | null
  /** The kit's words in the language of the element; `null` for English. */
  readonly pack: Strings | null
  /** What the element itself says of its language; the page's direction stands without. */
  readonly lang: string | null
  readonly agentName: string | null
  readonly heading: string | null
  readonly placeholder: string | null
  readonly linkOrigins: readonly string[]
  readonly imageOrigins: readonly string[]
  /** Whether a halted workflow offers the way to a human. */
  readonly canEscalate: boolean
}

/** The attributes of which a change is a change of the settings. */
export const settingAttributes = [
  'url',
  'wire',
  'conversation-id',
  'lang',
  'agent-name',
  'heading',
  'placeholder',
  'link-origins',
  'image-origins',
  'escalate',
] as const

export const noProperties: ChatProperties = { transport: null, strings: {}, renderers: {}, suggestions: [] }

const words = (text: string | null): readonly string[] =>
  text === null ? [] : text.split(/\s+/u).filter((word) => word !== '')

/** Reads an element's attributes; one that is empty counts as left out. */
export const readSettings = (
  read: (attribute: (typeof settingAttributes)[number]) => string | null,
  properties: ChatProperties,
  pack: Strings | null,
): ChatSettings => ({
  ...properties,
  pack,
  url: read('url')?.trim() || '/api/chat',
  wire: read('wire') === 'signalr' ? 'signalr' : 'headless',
  conversationId: read('conversation-id') || null,
  lang: read('lang') || null,
  agentName: read('agent-name') || null,
  heading: read('heading') || null,
  placeholder: read('placeholder') || null,
  linkOrigins: words(read('link-origins')),
  imageOrigins: words(read('image-origins')),
  canEscalate: read('escalate') !== null,
})
