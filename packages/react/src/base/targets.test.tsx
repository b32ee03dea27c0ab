import { afterEach, beforeEach, expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { sampleApproval } from '../approval/approval-samples.ts'
import { Chat } from '../chat/Chat.tsx'
import { ConversationList } from '../conversation-list/ConversationList.tsx'
import '../styles.css'
import { handSession, sampleMessage } from '../keys/chat-samples.tsx'
import { preloadForServer } from '../thread/preload-thread.ts'
import { ThreadworkRoot, type Density } from '../theme/ThreadworkRoot.tsx'

// Vitest leaves the session's methods to the provider's types; Chromium's are spelled here.
const devtools: { send(method: string, parameters: object): Promise<unknown> } = cdp()

const touch = (isTouch: boolean) =>
  devtools.send('Emulation.setTouchEmulationEnabled', { enabled: isTouch, maxTouchPoints: 1 })

beforeEach(async () => {
  await touch(true)
})
afterEach(async () => {
  await touch(false)
})

const least = 44

// A link in a sentence is as high as its line, as WCAG 2.5.8 allows; a box that only a reader of screens meets has no size.
const isExempt = (element: Element): boolean =>
  element.closest('.twk-markdown, .twk-visually-hidden') !== null || !element.checkVisibility()

const tooSmall = (container: Element): readonly string[] =>
  [...container.querySelectorAll('button, summary, select, textarea, input, a[href]')]
    .filter((element) => !isExempt(element))
    .flatMap((element) => {
      // A tick box is pressed by the whole of its label, the field of a composer by the whole of its box.
      const target =
        element.closest('label') ??
        (element.matches('textarea') ? element.closest('.twk-composer') : null) ??
        element
      const { height, width } = target.getBoundingClientRect()
      const name = element.getAttribute('aria-label') ?? element.textContent
      return height >= least - 0.5 && width >= least - 0.5
        ? []
        : [
            `${element.localName}.${element.className} “${name}” is ${width.toFixed(0)} × ${height.toFixed(0)}`,
          ]
    })

test.each(['compact', 'comfortable', 'relaxed'] as const)(
  'gives a finger 44 px in the %s density',
  async (density: Density) => {
    await preloadForServer()
    const { session } = handSession([
      sampleMessage('u1', 'Hello', { role: 'user' }),
      sampleMessage('m1', 'Good day: `a` and more\n\n```ts\nconst a = 1\n```'),
      sampleApproval,
    ])
    const { container } = await render(
      <ThreadworkRoot density={density} style={{ blockSize: 900 }}>
        <ConversationList
          conversations={[{ id: 'c1', title: 'A lamp', updatedAt: 0 }]}
          onSelect={() => undefined}
          onCreate={() => undefined}
          onDelete={() => Promise.resolve()}
        />
        <Chat session={session} suggestions={['Refund an order']} />
      </ThreadworkRoot>,
    )
    await expect.poll(() => container.querySelector('.twk-approval')).not.toBeNull()

    expect(matchMedia('(pointer: coarse)').matches).toBe(true)
    expect(tooSmall(container)).toEqual([])
  },
)
