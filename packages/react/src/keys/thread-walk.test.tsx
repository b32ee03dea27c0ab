import { beforeEach, describe, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { preloadThread } from '../thread/preload-thread.ts'
import { drawnChat, handSession, sampleApproval, sampleMessage, sampleSkill } from './chat-samples.tsx'
import { setUsesCharacterKeys } from './keys-setting.ts'
import { goToItem } from './thread-walk.ts'
import { character, field, focus, log, press, ten } from './fixtures/key-presses.ts'

beforeEach(async () => {
  setUsesCharacterKeys(true)
  await preloadThread()
  ;(document.activeElement as HTMLElement | null)?.blur()
})

describe('a thread', () => {
  test('is walked from item to item, and left for the field', async () => {
    const { session } = handSession([sampleMessage('a'), sampleApproval('b'), sampleMessage('c')])
    await render(drawnChat(session))
    await press('{F6}{F6}')
    expect(focus()).toBe(log)

    await press('{ArrowUp}')
    expect(focus()).toBe('id-c')
    await press('{ArrowUp}')
    expect(focus()).toBe('id-b')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Approval: Refund b')
    await press('{ArrowUp}{ArrowUp}')
    expect(focus()).toBe('id-a')
    await press('{ArrowDown}{ArrowDown}{ArrowDown}')
    expect(focus()).toBe('id-c')
    await press('{Home}')
    expect(focus()).toBe('id-a')
    await press('{End}')
    expect(focus()).toBe('id-c')

    await press('{Escape}')
    expect(focus()).toBe(field)
  })

  test('is left in two steps from within a card', async () => {
    const { session } = handSession([sampleApproval('b')])
    const screen = await render(drawnChat(session))
    await expect.element(screen.getByRole('button', { name: 'Reject' })).toBeVisible()
    ;(screen.getByRole('button', { name: 'Reject' }).element() as HTMLElement).focus()

    await press('{Escape}')
    expect(focus()).toBe('id-b')
    await press('{Escape}')
    expect(focus()).toBe(field)
  })

  test('takes no arrow from a control in a card', async () => {
    const { session } = handSession([sampleMessage('a'), sampleApproval('b')])
    const screen = await render(drawnChat(session))
    await screen.getByRole('button', { name: 'Reject' }).click()
    await expect.poll(focus).toContain('textarea')

    await press('ab{Home}{ArrowUp}c')

    expect(document.activeElement).toHaveProperty('value', 'cab')
  })

  test('brings what is walked to into view, and reads a tall item to its end first', async () => {
    const tall = sampleMessage('tall', Array.from({ length: 80 }, (_, line) => `Line ${line}`).join('\n\n'))
    const { session } = handSession([sampleMessage('a'), tall, sampleMessage('z')])
    const screen = await render(drawnChat(session))
    const view = screen.getByRole('log').element()
    await press('{F6}{F6}{Home}{ArrowDown}')
    expect(focus()).toBe('id-tall')

    await press('{ArrowDown}')
    expect(focus()).toBe('id-tall')
    view.scrollTop = view.scrollHeight
    await press('{ArrowDown}')

    expect(focus()).toBe('id-z')
  })

  test('is walked by pages', async () => {
    const { session } = handSession([
      ...ten,
      ...ten.map((item) => ({ ...item, id: `${item.id}x`, key: `${item.key}x` })),
    ])
    const screen = await render(drawnChat(session))
    const view = screen.getByRole('log').element()
    await press('{F6}{F6}{Home}')
    const top = view.scrollTop

    await press('{PageDown}')
    await expect.poll(focus).not.toBe('id-m0')

    expect(view.scrollTop).toBeGreaterThan(top + 100)
    await press('{PageUp}')
    await expect.poll(focus).toBe('id-m0')
    await press('{PageUp}')
    expect(focus()).toBe('id-m0')
  })

  test('of a thousand rows is walked to rows that are not on the page', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => sampleMessage(`n${index}`))
    // Two skills share a row: the second is not what the row is known by.
    const { session } = handSession([sampleSkill('s0'), sampleSkill('s1'), ...many, sampleApproval('w')])
    const screen = await render(drawnChat(session))
    await expect.poll(() => screen.container.querySelector('[data-virtual]')).not.toBeNull()
    await press('{F6}{F6}{End}')
    expect(focus()).toBe('id-w')

    await press('{Home}')
    expect(focus()).toBe('id-s0')
    await press('{ArrowDown}{ArrowDown}{ArrowDown}')
    expect(focus()).toBe('id-n1')

    await press(character('n'))
    expect(focus()).toBe('id-w')
    expect(screen.container.querySelectorAll('article').length).toBeLessThan(200)
    expect(goToItem(screen.getByRole('log').element() as HTMLElement, { id: 'id-s1', key: 's1' })).toBe(true)
    expect(focus()).toBe('id-s1')
  })
})
