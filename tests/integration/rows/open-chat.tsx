import type { Fact } from '@threadwork/core'
import { hearEvent } from '@threadwork/headless'
import { Chat, type ChatProps } from '@threadwork/react'
import '@threadwork/react/styles.css'
import { hearHubEvent } from '@threadwork/signalr'
import { scriptedTransport, type ScriptedTransport, type TransportScript } from '@threadwork/testing'
import { expect } from 'vitest'
import { render, type RenderResult } from 'vitest-browser-react'

/** A chat on a page, and the wire that it hears, in the test's hands. */
export interface OpenChat {
  readonly screen: RenderResult
  readonly transport: ScriptedTransport
  /** Brings events of a Headless API stream, in their order: `['skill.running', { skill_name: 'Look up' }]`. */
  readonly stream: (...events: readonly WireEvent[]) => void
  /** Brings events of the workflow hub, in their order. */
  readonly hub: (...events: readonly WireEvent[]) => void
  /** The items on the page as `kind status`, top to bottom. */
  readonly items: () => readonly string[]
  readonly article: (kind: string, index?: number) => HTMLElement
  /** What the header of the chat says. */
  readonly header: () => string
}

type WireEvent = readonly [name: string, fields?: object]

const start = Date.UTC(2026, 0, 1, 12)
let opened = 0

/** An event of a run as the server numbers it. */
export const numbered = (runId: string, seq: number, [name, fields]: WireEvent): readonly Fact[] =>
  hearEvent(name, {
    event_id: `${runId}-${seq}`,
    genie_run_id: runId,
    seq_num: seq,
    created_at: new Date(start + seq * 1000).toISOString(),
    ...fields,
  })

/** Opens a chat of its own. */
export const openChat = async (
  script: TransportScript = {},
  look: Partial<Omit<ChatProps, 'session'>> = {},
): Promise<OpenChat> => {
  const transport = scriptedTransport(script)
  opened += 1
  const screen = await render(
    <div style={{ blockSize: 700, inlineSize: 700 }}>
      <Chat {...look} transport={transport} conversationId={`rows-${opened}-${Math.random()}`} />
    </div>,
  )
  await expect.element(screen.getByRole('textbox', { name: 'Message' })).toBeVisible()
  let heard = 0
  const articles = (): HTMLElement[] => [
    ...screen.container.querySelectorAll<HTMLElement>('article[data-twk-kind]'),
  ]
  return {
    screen,
    transport,
    stream: (...events) => {
      for (const event of events) transport.push(...numbered('r1', (heard += 1), event))
    },
    hub: (...events) => {
      for (const [name, fields] of events)
        transport.push(...hearHubEvent(name, [{ workflowId: 'w1', seq: (heard += 1), ...fields }]))
    },
    items: () =>
      articles().map(({ dataset }) => `${dataset['twkKind']} ${dataset['twkStatus'] ?? ''}`.trim()),
    article: (kind, index = 0) => {
      const found = articles().filter(({ dataset }) => dataset['twkKind'] === kind)[index]
      if (!found) throw new Error(`There is no ${kind} number ${index} on the page.`)
      return found
    },
    header: () => screen.container.querySelector('header')?.textContent ?? '',
  }
}
