import { digestOfCall, type ApprovalItem, type CallId } from '@threadwork/core'
import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ClockProvider } from '../clock/ClockProvider.tsx'
import { createManualClock } from '../clock/manual-clock.ts'
import '../styles.css'
import { sampleApproval, sampleDecision } from './approval-samples.ts'
import { ApprovalCard } from './ApprovalCard.tsx'

const shown = digestOfCall(sampleApproval)

const frames = async (): Promise<void> => {
  for (let count = 0; count < 4; count += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
}

const setUp = async (item: ApprovalItem = sampleApproval) => {
  const clock = createManualClock()
  const onDecide = vi.fn()
  const draw = (shown: ApprovalItem, space = 0) => (
    <ClockProvider value={clock}>
      <div className="twk-root" data-theme="light">
        <div style={{ blockSize: space }} />
        <ApprovalCard item={shown} onDecide={onDecide} />
      </div>
    </ClockProvider>
  )
  const screen = await render(draw(item))
  await frames()
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms)
    await frames()
  }
  const button = (name: string): HTMLElement => {
    const found = [...screen.container.querySelectorAll('button')].find((b) => b.textContent === name)
    if (!found) throw new Error(`There is no button “${name}” on the card, so the test cannot press it.`)
    return found
  }
  return { screen, draw, onDecide, pass, button }
}

it('lets nothing through before it has stood in view for 500 ms', async () => {
  const { onDecide, pass, button } = await setUp()

  await pass(300)
  button('Approve').click()
  expect(onDecide).not.toHaveBeenCalled()
  await pass(400)
  button('Approve').click()

  expect(onDecide).toHaveBeenCalledExactlyOnceWith('call-1', 'approved', { shown })
})

it('waits anew when it was moved just before the click', async () => {
  const { screen, draw, onDecide, pass, button } = await setUp()
  await pass(1000)

  await screen.rerender(draw(sampleApproval, 120))
  button('Approve').click()
  expect(onDecide).not.toHaveBeenCalled()
  await pass(1000)
  button('Approve').click()

  expect(onDecide).toHaveBeenCalledTimes(1)
})

it('takes the first click again once it has stood still after a move', async () => {
  const { screen, draw, onDecide, pass, button } = await setUp()
  await pass(1000)

  await screen.rerender(draw(sampleApproval, 120))
  await pass(200)
  expect(button('Approve').getAttribute('aria-disabled')).toBe('true')
  await pass(1000)
  button('Approve').click()

  expect(onDecide).toHaveBeenCalledTimes(1)
})

it('takes a click right after the person scrolled, for nothing came under the pointer unseen', async () => {
  const { screen, draw, onDecide, pass, button } = await setUp()
  const below = document.createElement('div')
  below.style.blockSize = '3000px'
  document.body.append(below)
  await screen.rerender(draw(sampleApproval, 60))
  await pass(1000)

  window.scrollBy(0, 30)
  button('Approve').click()
  below.remove()

  expect(onDecide).toHaveBeenCalledTimes(1)
})

it('stays inert while it is out of view', async () => {
  const { screen, draw, onDecide, pass, button } = await setUp()

  await screen.rerender(draw(sampleApproval, 5000))
  await frames()
  await pass(2000)
  button('Approve').click()

  expect(button('Approve').getAttribute('aria-disabled')).toBe('true')
  expect(onDecide).not.toHaveBeenCalled()
})

it('takes a double click as one decision', async () => {
  const { onDecide, pass, button } = await setUp()
  await pass(1000)

  button('Approve').click()
  button('Approve').click()
  await frames()
  button('Approve').click()

  expect(onDecide).toHaveBeenCalledTimes(1)
})

it('ignores the repeats of a held key', async () => {
  const { onDecide, pass, button } = await setUp()
  await pass(1000)
  button('Approve').focus()
  const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true })

  button('Approve').dispatchEvent(held)

  expect(held.defaultPrevented).toBe(true)
  expect(onDecide).not.toHaveBeenCalled()
})

it('is decided by keyboard with one press', async () => {
  const { onDecide, pass, button } = await setUp()
  await pass(1000)
  button('Approve').focus()

  await userEvent.keyboard('{Enter}')

  expect(onDecide).toHaveBeenCalledTimes(1)
})

it('takes no focus by itself', async () => {
  const { screen, draw, pass } = await setUp()

  await pass(1000)
  await screen.rerender(draw({ ...sampleApproval, submission: sampleDecision({ status: 'queued' }) }))
  await screen.rerender(draw({ ...sampleApproval, status: 'approved', by: 'elsewhere' }))

  expect(document.activeElement).toBe(document.body)
})

it('keeps its elements and the focus through a hundred updates', async () => {
  const { screen, draw, button } = await setUp()
  const approve = button('Approve')
  const article = screen.container.querySelector('article')
  approve.focus()

  for (let count = 0; count < 100; count += 1) await screen.rerender(draw({ ...sampleApproval }))

  expect(button('Approve')).toBe(approve)
  expect(screen.container.querySelector('article')).toBe(article)
  expect(document.activeElement).toBe(approve)
})

it('keeps the article and takes the focus along when it is answered', async () => {
  const { screen, draw, pass, button } = await setUp()
  await pass(1000)
  const article = screen.container.querySelector('article')
  button('Approve').focus()
  button('Approve').click()

  await screen.rerender(draw({ ...sampleApproval, submission: sampleDecision({ status: 'sent' }) }))
  expect(document.activeElement).toBe(button('Approve'))
  await screen.rerender(draw({ ...sampleApproval, status: 'completed', by: 'me' }))

  expect(screen.container.querySelector('article')).toBe(article)
  expect(document.activeElement).toBe(screen.container.querySelector('section'))
})

it('does not pull the focus back from a person who clicked beside it', async () => {
  const { screen, draw, button } = await setUp()
  button('Approve').focus()
  button('Approve').blur()
  await frames()

  await screen.rerender(draw({ ...sampleApproval, status: 'approved', by: 'elsewhere' }))

  expect(document.activeElement).toBe(document.body)
})

it('rejects with the reason that was given, or with none', async () => {
  const { screen, onDecide, button } = await setUp()

  button('Reject').click()
  await frames()
  const field = screen.container.querySelector('textarea')
  expect(document.activeElement).toBe(field)
  await userEvent.keyboard('Wrong card')
  button('Reject').click()

  expect(onDecide).toHaveBeenCalledExactlyOnceWith('call-1', 'rejected', { reason: 'Wrong card', shown })
})

it('gives the focus back when a rejection is taken back', async () => {
  const { onDecide, button } = await setUp()

  button('Reject').click()
  await frames()
  button('Back').click()
  await frames()

  expect(document.activeElement).toBe(button('Reject'))
  expect(onDecide).not.toHaveBeenCalled()
})

it('is open again after a failure and locked again by the next decision', async () => {
  const { screen, draw, onDecide, pass, button } = await setUp()
  await pass(1000)
  button('Approve').click()

  await screen.rerender(
    draw({ ...sampleApproval, submission: sampleDecision({ status: 'failed', problem: 'No.' }) }),
  )
  await frames()
  await pass(1000)
  expect(screen.container.textContent).toContain('No.')
  button('Approve').click()
  button('Approve').click()

  expect(onDecide).toHaveBeenCalledTimes(2)
})

it('opens for another call although the skill is the same', async () => {
  const { screen, draw, onDecide, pass, button } = await setUp()
  await pass(1000)
  button('Approve').click()

  // Samples name their ids by hand.
  await screen.rerender(draw({ ...sampleApproval, callId: 'call-2' as CallId }))
  await frames()
  await pass(1000)
  button('Approve').click()

  expect(onDecide.mock.calls.map(([callId]) => callId)).toEqual(['call-1', 'call-2'])
})

it.each([
  [{ amount: 1 }, { amount: '1' }],
  [{ to: 'paypal' }, { to: 'pаypal' }],
  [{ to: 'ab' }, { to: 'a\u200Bb' }],
  [{ on: true }, { on: 'true' }],
  [{ a: null }, { a: 'null' }],
  [{ a: '' }, { a: ' ' }],
  [{ a: 'x y' }, { a: 'x\u00A0y' }],
  [{ a: 'evil\u202Etxt.exe' }, { a: 'evilexe.txt' }],
  [{ a: [1, 2] }, { a: '[1,2]' }],
  [{ a: 'x', b: 'y' }, { a: 'x' }],
])('shows %j and %j differently', async (one, other) => {
  const shown = async (parameters: ApprovalItem['parameters']): Promise<string | undefined> => {
    const screen = await render(<ApprovalCard item={{ ...sampleApproval, parameters, schema: [] }} />)
    const text = screen.container.querySelector('dl')?.innerText
    await screen.unmount()
    return text
  }

  expect(await shown(one)).not.toBe(await shown(other))
})
