import { useRef, type ReactElement } from 'react'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { Thread } from '../thread/Thread.tsx'
import type { Message } from '../message/Message.tsx'
import { useKeyboardInset, type Viewport } from './useKeyboardInset.ts'

type Items = Parameters<typeof Message>[0]['item']

/** What a telephone's browser tells while a keyboard comes and goes. */
const createViewport = () => {
  const viewport = Object.assign(new EventTarget(), { offsetTop: 0, height: 600, scale: 1 })
  return {
    viewport: viewport satisfies Viewport,
    tell: (change: Partial<Omit<Viewport, keyof EventTarget>>, type = 'resize') => {
      Object.assign(viewport, change)
      viewport.dispatchEvent(new Event(type))
    },
  }
}

const messages: readonly Items[] = Array.from({ length: 40 }, (_, index) => ({
  kind: 'message',
  id: `m${index}`,
  key: `m${index}`,
  runId: null,
  messageId: null,
  at: Date.UTC(2026, 10, 19, 12, index),
  role: 'user',
  status: 'complete',
  submission: null,
  text: `Message ${index}`,
}))

const Page = ({ viewport }: { readonly viewport: Viewport }): ReactElement => {
  const chat = useRef<HTMLElement>(null)
  useKeyboardInset(chat, viewport)
  return (
    <div className="twk-root" style={{ position: 'fixed', inset: '0 0 auto', blockSize: 600 }}>
      <section ref={chat} className="twk-chat">
        <header>Header</header>
        <Thread items={messages} />
        <footer style={{ blockSize: 80 }}>Composer</footer>
      </section>
    </div>
  )
}

const box = (text: string) => {
  const found = [...document.querySelectorAll('header, footer')].find((part) => part.textContent === text)
  if (!found) throw new Error(`There is no ${text} on the page.`)
  return found.getBoundingClientRect()
}
const log = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('[role=log]')
  if (!found) throw new Error('There is no thread on the page.')
  return found
}
const toEnd = (): number => log().scrollHeight - log().clientHeight - log().scrollTop

test('keeps the composer above the keyboard, the header in sight, and the thread at its end', async () => {
  const { viewport, tell } = createViewport()
  await render(<Page viewport={viewport} />)
  await expect.poll(toEnd).toBeLessThan(2)
  const before = log().clientHeight

  tell({ height: 320 })
  expect(box('Composer').bottom).toBe(320)
  expect(box('Header').top).toBe(0)
  await expect.poll(toEnd).toBeLessThan(2)
  expect(log().clientHeight).toBe(before - 280)

  // The browser pushes the page up to bring the field into view.
  tell({ offsetTop: 120 }, 'scroll')
  expect([box('Header').top, box('Composer').bottom]).toEqual([120, 440])
  await expect.poll(toEnd).toBeLessThan(2)

  tell({ offsetTop: 0, height: 600 })
  expect([box('Header').top, box('Composer').bottom]).toEqual([0, 600])
  expect(log().clientHeight).toBe(before)
})

test('leaves the layout alone for a browser bar, and while two fingers enlarge the page', async () => {
  const { viewport, tell } = createViewport()
  await render(<Page viewport={viewport} />)

  tell({ height: 560 })
  expect(box('Composer').bottom).toBe(600)
  tell({ height: 300, offsetTop: 100, scale: 2 })

  expect([box('Header').top, box('Composer').bottom]).toEqual([0, 600])
})

test('is over when the element is gone', async () => {
  const { viewport, tell } = createViewport()
  const screen = await render(<Page viewport={viewport} />)
  await screen.unmount()

  expect(() => tell({ height: 320 })).not.toThrow()
})
