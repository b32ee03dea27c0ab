import type { Fact, MessageId, RunId, Transport } from '@threadwork/core'
import type { ThreadworkChat, ThreadworkLauncher } from '@threadwork/element'
import { scriptedTransport, type ScriptedTransport } from '@threadwork/testing'
import { onTestFinished } from 'vitest'

let made = 0

/** A transport of its own for each test, so that no two tests share a conversation. */
export const quietTransport = (name = 'scripted'): ScriptedTransport =>
  scriptedTransport({ capabilities: { name, delivery: 'push' } })

/** Facts as a backend would bring them. */
export const reply = (id: string, text: string): Fact => ({
  type: 'history-message',
  // Written by hand here.
  message: {
    messageId: id as MessageId,
    role: 'agent',
    text,
    runId: 'r1' as RunId,
    at: Date.UTC(2026, 10, 19, 12, made++),
    intentId: null,
    revision: 0,
  },
})

/** Puts an element on the page; it goes with the test. */
export const place = <Element extends ThreadworkChat | ThreadworkLauncher>(
  element: Element,
  transport: Transport,
  attributes: Readonly<Record<string, string>> = {},
): Element => {
  element.transport = transport
  element.setAttribute('conversation-id', `c${(made += 1)}-${Math.random()}`)
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
  document.body.append(element)
  onTestFinished(() => element.remove())
  return element
}

/** What stands inside an element's shadow tree. */
export const inside = (element: HTMLElement, selector: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null

export const composerOf = (element: HTMLElement): HTMLTextAreaElement | null =>
  element.shadowRoot?.querySelector<HTMLTextAreaElement>('textarea') ?? null
