import { expect, onTestFinished, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { sampleApproval } from '../approval/approval-samples.ts'
import { Chat } from '../chat/Chat.tsx'
import { handSession, sampleMessage } from '../keys/chat-samples.tsx'
import '../styles.css'
import { sampleSkills } from '../skill/skill-samples.ts'
import { preloadThread } from '../thread/preload-thread.ts'
import { ThreadworkRoot } from './ThreadworkRoot.tsx'

const addStyle = (css: string): void => {
  const style = document.createElement('style')
  style.textContent = css
  // In front of the kit's own: what wins does not win by its place.
  document.head.prepend(style)
  onTestFinished(() => style.remove())
}

const styleOf = (container: Element, selector: string): CSSStyleDeclaration => {
  const part = container.querySelector(selector)
  if (!part) throw new Error(`Nothing on the page is ${selector}.`)
  return getComputedStyle(part)
}

/** Parts that a host may want to look another way. */
const parts = [
  '.twk-root',
  '.twk-chat__header',
  '.twk-status',
  '.twk-thread__scroller',
  '.twk-message',
  '.twk-message__body',
  '.twk-markdown',
  '.twk-skill',
  '.twk-group',
  '.twk-mark',
  '.twk-card',
  '.twk-card__title',
  '.twk-parameters',
  '.twk-button',
  '.twk-composer',
  '.twk-composer__field',
]

const openChat = async () => {
  await preloadThread()
  const { session } = handSession([
    sampleMessage('u1', 'Hello', { role: 'user' }),
    sampleMessage('m1', 'Good day'),
    ...sampleSkills,
    sampleApproval,
  ])
  return render(
    <div style={{ blockSize: 900 }}>
      <Chat session={session} title="Returns" />
    </div>,
  )
}

test.each(parts)('lets one plain rule of the host restyle %s', async (part) => {
  addStyle(`${part} { border: 7px dotted rgb(1, 2, 3); border-radius: 13px }`)
  const { container } = await openChat()
  await expect.poll(() => container.querySelector(part)).not.toBeNull()

  const style = styleOf(container, part)

  expect(style.borderTopWidth).toBe('7px')
  expect(style.borderTopColor).toBe('rgb(1, 2, 3)')
  expect(style.borderTopLeftRadius).toBe('13px')
})

test('hands what a host sets on the outer root to the roots inside', async () => {
  addStyle('.host { --twk-radius-m: 3px; --twk-space-2: 5px; --twk-color-accent: rgb(9, 8, 7) }')
  const { container } = await render(
    <ThreadworkRoot className="host" density="compact">
      <ThreadworkRoot className="inner" theme="dark" />
    </ThreadworkRoot>,
  )

  const inner = styleOf(container, '.inner')

  expect(inner.getPropertyValue('--twk-radius-m')).toBe('3px')
  expect(inner.getPropertyValue('--twk-space-2')).toBe('5px')
  expect(inner.getPropertyValue('--twk-color-accent')).toBe('rgb(9, 8, 7)')
  expect(inner.fontSize).toBe('13px')
  expect(inner.backgroundColor).toBe('rgb(28, 28, 26)')
})

test('takes its own density inside another', async () => {
  const { container } = await render(
    <ThreadworkRoot density="relaxed">
      <ThreadworkRoot className="inner" density="compact">
        <button type="button" className="twk-button">
          Send
        </button>
      </ThreadworkRoot>
    </ThreadworkRoot>,
  )

  expect(styleOf(container, '.twk-button').minHeight).toBe('28.8px')
})
