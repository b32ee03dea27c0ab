import { afterEach, beforeEach, expect, test } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { sampleApproval } from '../approval/approval-samples.ts'
import { Chat } from '../chat/Chat.tsx'
import { ConversationList } from '../conversation-list/ConversationList.tsx'
import { handSession, sampleMessage } from '../keys/chat-samples.tsx'
import { sampleSkills } from '../skill/skill-samples.ts'
import '../styles.css'
import { ThreadworkRoot } from '../theme/ThreadworkRoot.tsx'
import { preloadThread } from '../thread/preload-thread.ts'

// Vitest leaves the session's methods to the provider's types; Chromium's are spelled here.
const devtools: { send(method: string, parameters: object): Promise<unknown> } = cdp()

const force = (value: 'active' | 'none') =>
  devtools.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] })

beforeEach(async () => {
  await force('active')
})
afterEach(async () => {
  await force('none')
})

/** What the system calls a colour, as the browser computes it. */
const system = (name: string): string => {
  const probe = document.body.appendChild(document.createElement('i'))
  probe.style.color = name
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

const open = async () => {
  await preloadThread()
  const { session } = handSession([
    sampleMessage('u1', 'Hello', { role: 'user' }),
    sampleMessage('m1', 'Good day'),
    ...sampleSkills,
    sampleApproval,
  ])
  const { container } = await render(
    <ThreadworkRoot style={{ blockSize: 900 }}>
      <ConversationList
        conversations={[
          { id: 'c1', title: 'A lamp', updatedAt: 0, state: 'needs-you' },
          { id: 'c2', title: 'A chair', updatedAt: 0, state: 'running' },
        ]}
        selectedId="c1"
        onSelect={() => undefined}
      />
      {/* Approve itself is off until its card has stood still in view. */}
      <button type="button" className="twk-button first" data-variant="primary">
        Go
      </button>
      <Chat session={session} />
    </ThreadworkRoot>,
  )
  await expect.poll(() => container.querySelector('.twk-approval')).not.toBeNull()
  return (selector: string): CSSStyleDeclaration => {
    const part = container.querySelector(selector)
    if (!part) throw new Error(`Nothing on the page is ${selector}.`)
    return getComputedStyle(part)
  }
}

test('draws an edge where a soft fill would have told', async () => {
  const style = await open()

  for (const part of [
    '.twk-card',
    '.twk-button',
    '.twk-mark',
    '.twk-status',
    '.twk-message[data-twk-role=user] > .twk-message__body',
    '.twk-message__avatar',
  ])
    expect([part, parseFloat(style(part).borderTopWidth) > 0]).toEqual([part, true])
})

test('says what is first, what is selected and what is off in the system’s own colours', async () => {
  const style = await open()

  expect(style('.first').backgroundColor).toBe(system('Highlight'))
  expect(style('.twk-conversations__row[aria-current]').backgroundColor).toBe(system('Highlight'))
  expect(style('.twk-conversations__row[aria-current]').color).toBe(system('HighlightText'))
  expect(style('.twk-composer [aria-disabled=true]').color).toBe(system('GrayText'))
  expect(style('.twk-card[data-tone=ask]').borderTopColor).toBe(system('Highlight'))
})

test('keeps each dot apart from what it stands on', async () => {
  const style = await open()

  for (const row of ['[aria-current]', ':not([aria-current])']) {
    const dot = style(`.twk-conversations__row${row} .twk-conversations__state`).backgroundColor
    expect(dot).not.toBe(style(`.twk-conversations__row${row}`).backgroundColor)
  }
  expect(style('.twk-status__dot').backgroundColor).not.toBe(style('.twk-status').backgroundColor)
})

test('rings what the keyboard is on, and draws icons in the colour of the words', async () => {
  const style = await open()
  await userEvent.tab()

  expect(style(':focus-visible').outlineStyle).toBe('solid')
  expect(style(':focus-visible').outlineColor).toBe(system('Highlight'))
  expect(style('.twk-mark > .twk-icon path').stroke).toBe(style('.twk-mark').color)
})
