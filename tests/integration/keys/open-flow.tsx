import { virtual } from '@guidepup/virtual-screen-reader'
import type { Clock, Fact } from '@threadwork/core'
import { hearHubEvent } from '@threadwork/signalr'
import { Chat, ClockProvider, preloadThread, systemClock, type ChatProps } from '@threadwork/react'
import '@threadwork/react/styles.css'
import { scriptedTransport, type ScriptedTransport, type TransportScript } from '@threadwork/testing'
import { expect, onTestFinished } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render, type RenderResult } from 'vitest-browser-react'
import { numbered } from '../rows/open-chat.tsx'

type WireEvent = readonly [name: string, fields?: object]

/** A chat that a person uses with keys and ears alone. */
export interface Flow {
  readonly screen: RenderResult
  readonly transport: ScriptedTransport
  /** Presses keys as a person does; afterwards the focus is somewhere. */
  readonly press: (keys: string) => Promise<void>
  /** Presses Tab until a control of this name has the focus. */
  readonly tabTo: (name: string) => Promise<void>
  /** Brings events of a run; the focus stays where it is, or near it. */
  readonly stream: (...events: readonly WireEvent[]) => Promise<void>
  readonly hub: (...events: readonly WireEvent[]) => Promise<void>
  /** Waits until a screen reader has said this since it was asked last, and gives all that it said meanwhile. */
  readonly heard: (phrase: string | RegExp) => Promise<readonly string[]>
  /** How often this was said since the flow began. */
  readonly timesSaid: (phrase: string) => Promise<number>
  /** Lets a while pass, in the flow's own time in milliseconds. */
  readonly wait: (ms: number) => Promise<void>
  /** The focus in words. */
  readonly focus: () => string
}

/** Time that runs faster than life, so that what is said one after the other need not be waited for. */
const speed = 6
const quickClock: Clock = {
  now: () => systemClock.now() * speed,
  after: (ms, callback) => systemClock.after(ms / speed, callback),
  random: () => systemClock.random(),
}

export const isApple: boolean = /Mac/.test(navigator.platform)

/** The keys of "next card that needs you" and its like on this platform. */
export const shortcut = (letter: string): string =>
  isApple ? `{Control>}{Shift>}${letter}{/Shift}{/Control}` : `{Alt>}${letter}{/Alt}`

const nameOf = (element: Element): string =>
  element.getAttribute('aria-label') ??
  (element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement
    ? (element.labels?.[0]?.textContent ?? '')
    : (element.textContent ?? ''))

const focusInWords = (): string => {
  const { activeElement } = document
  if (!activeElement || activeElement === document.body) return 'nowhere'
  const role = activeElement.getAttribute('role') ?? activeElement.tagName.toLowerCase()
  return `${role} ${nameOf(activeElement)}`.trim()
}

/** Looks at each frame whether the focus has fallen to the page. */
const watchFocus = (): (() => number) => {
  let falls = 0
  let isOver = false
  const look = (): void => {
    if (isOver) return
    if (focusInWords() === 'nowhere') falls += 1
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  return () => {
    isOver = true
    return falls
  }
}

const settled = async (): Promise<void> => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
}

let opened = 0

/** Opens a chat with a screen reader on it, and with the focus in its field. */
export const openFlow = async (
  script: TransportScript = {},
  look: Partial<Omit<ChatProps, 'session'>> = {},
): Promise<Flow> => {
  await preloadThread()
  const transport = scriptedTransport(script)
  opened += 1
  const screen = await render(
    <div style={{ blockSize: 700, inlineSize: 760 }}>
      <ClockProvider value={quickClock}>
        <Chat
          agentName="Ada"
          title="Returns"
          {...look}
          transport={transport}
          conversationId={`flow-${opened}-${Math.random()}`}
        />
      </ClockProvider>
    </div>,
  )
  await expect.element(screen.getByRole('textbox', { name: 'Message' })).toBeVisible()
  await virtual.start({ container: document.body })
  await userEvent.keyboard('{Shift>}{F6}{/Shift}')
  await expect.poll(focusInWords).toBe('textarea Message')
  const countFalls = watchFocus()
  onTestFinished(async () => {
    const falls = countFalls()
    await virtual.stop()
    expect(falls).toBe(0)
  })

  let told = 0
  let asked = (await virtual.spokenPhraseLog()).length
  const push = async (facts: readonly Fact[]): Promise<void> => {
    transport.push(...facts)
    await settled()
  }
  const press = async (keys: string): Promise<void> => {
    await userEvent.keyboard(keys)
    await settled()
    expect(focusInWords()).not.toBe('nowhere')
  }
  return {
    screen,
    transport,
    press,
    tabTo: async (name) => {
      const passed: string[] = []
      for (let count = 0; count < 40; count += 1) {
        await press('{Tab}')
        passed.push(focusInWords())
        if (document.activeElement && nameOf(document.activeElement) === name) return
      }
      throw new Error(`Tab never came to “${name}”. It passed: ${passed.join(', ')}`)
    },
    stream: async (...events) => {
      for (const event of events) await push(numbered('r1', (told += 1), event))
    },
    hub: async (...events) => {
      for (const [name, fields] of events)
        await push(hearHubEvent(name, [{ workflowId: 'w1', seq: (told += 1), ...fields }]))
    },
    heard: async (phrase) => {
      const since = async (): Promise<readonly string[]> => (await virtual.spokenPhraseLog()).slice(asked)
      await expect
        .poll(since)
        .toContainEqual(typeof phrase === 'string' ? phrase : expect.stringMatching(phrase))
      const phrases = await since()
      asked += phrases.length
      return phrases
    },
    timesSaid: async (phrase) => (await virtual.spokenPhraseLog()).filter((said) => said === phrase).length,
    wait: (ms) => new Promise((resolve) => quickClock.after(ms, resolve)),
    focus: focusInWords,
  }
}
