import type { CallId, IntentId, Item, Link, MessageItem, Phase, WorkflowItem } from '@threadwork/core'

/** What a chat tells its page, by the name of the event; each is the event's `detail`. They bubble. */
export interface ChatEvents {
  /** The conversation stands there, for the first time since it was opened. */
  readonly 'threadwork-ready': { readonly conversationId: string }
  /** A conversation was begun, because the page named none. */
  readonly 'threadwork-conversation': { readonly conversationId: string }
  /** The person sent a message. */
  readonly 'threadwork-sent': { readonly text: string; readonly intentId: IntentId }
  /** The person decided about an approval. */
  readonly 'threadwork-decided': {
    readonly callId: CallId
    readonly resolution: 'approved' | 'rejected'
  }
  /** The agent's message is whole; never for those that were there when the conversation was opened. */
  readonly 'threadwork-message': { readonly item: MessageItem }
  /** How many cards wait for the person, each time that it changes. */
  readonly 'threadwork-needs-you': { readonly count: number; readonly items: readonly Item[] }
  readonly 'threadwork-phase': { readonly phase: Phase; readonly link: Link }
  /** The person asked for a human. */
  readonly 'threadwork-escalate': { readonly workflow: WorkflowItem }
  /** A launcher's panel came up, or went. */
  readonly 'threadwork-open': { readonly isModal: boolean }
  readonly 'threadwork-close': null
}

export type ChatEventName = keyof ChatEvents

/** Tells the page. */
export type Emit = <Name extends ChatEventName>(name: Name, detail: ChatEvents[Name]) => void

type Dispatched = { readonly [Name in ChatEventName]: CustomEvent<ChatEvents[Name]> }

declare global {
  // Lets `addEventListener('threadwork-sent', …)` know its event, on an element and where it bubbles to.
  interface HTMLElementEventMap extends Dispatched {}
  interface DocumentEventMap extends Dispatched {}
}

/** Dispatches an event that leaves the shadow tree. */
export const dispatchChatEvent = <Name extends ChatEventName>(
  target: EventTarget,
  name: Name,
  detail: ChatEvents[Name],
): void => {
  target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
}
