import type { ApprovalItem, CallId } from '@threadwork/core'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { ClockProvider } from '../clock/ClockProvider.tsx'
import { createManualClock } from '../clock/manual-clock.ts'
import '../styles.css'
import { ApprovalDeskProvider, createApprovalDesk } from './approval-desk.ts'
import { sampleApproval, sampleOther } from './approval-samples.ts'
import { ApprovalCard } from './ApprovalCard.tsx'

const frames = async (count = 6): Promise<void> => {
  for (let left = count; left > 0; left -= 1) await new Promise((resolve) => requestAnimationFrame(resolve))
}
const longText = 'All of this is going to be sent. '.repeat(60).trim()
const withValues = (parameters: ApprovalItem['parameters']): ApprovalItem => ({
  ...sampleApproval,
  parameters,
  schema: [],
})

const setUp = async (items: readonly ApprovalItem[]) => {
  const clock = createManualClock()
  const desk = createApprovalDesk()
  const onDecide = vi.fn()
  const draw = (shown: readonly ApprovalItem[], space = 0) => (
    <ClockProvider value={clock}>
      <ApprovalDeskProvider value={desk}>
        <div className="twk-root" data-theme="light">
          <div style={{ blockSize: space }} />
          {shown.map((item) => (
            <ApprovalCard key={item.id} item={item} onDecide={onDecide} />
          ))}
        </div>
      </ApprovalDeskProvider>
    </ClockProvider>
  )
  desk.setItems(items)
  const screen = await render(draw(items))
  await frames()
  const button = (name: string): HTMLElement => {
    const found = [...screen.container.querySelectorAll('button')].find((each) => each.textContent === name)
    if (!found) throw new Error(`There is no button “${name}” on the card, so the test cannot press it.`)
    return found
  }
  const pass = async (ms: number): Promise<void> => {
    clock.advance(ms)
    await frames(4)
  }
  return { screen, desk, draw, onDecide, button, pass }
}

it('keeps what was opened when a long thread takes the card away and brings it back', async () => {
  const item = withValues({ body: longText })
  const { screen, draw, button } = await setUp([item])
  button('Show all 1,979 characters').click()
  button('Show raw JSON').click()
  await frames()

  await screen.rerender(draw([]))
  await screen.rerender(draw([item]))

  expect(button('Show less').ariaExpanded).toBe('true')
  expect(button('Hide raw JSON').ariaExpanded).toBe('true')
})

it('counts as seen what stood in view, and nothing of which a part is folded', async () => {
  const [short, long] = [withValues({ order: 'A-1042' }), sampleOther(2, withValues({ body: longText }))]
  const longer = { ...long, id: 'approval:call-2', key: 'approval:call-2', callId: 'call-2' as CallId }
  const { desk, button } = await setUp([short, longer])
  const isSeen = (item: ApprovalItem): boolean => desk.memoryOf(item).getState().isSeen

  expect([isSeen(short), isSeen(longer)]).toEqual([true, false])
  button('Show all 1,979 characters').click()
  await frames()
  button('Show less').scrollIntoView()

  await expect.poll(() => isSeen(longer)).toBe(true)
})

it('does not count as seen what is below the view', async () => {
  const { desk, screen, draw } = await setUp([])
  const item = withValues({ order: 'A-1042' })

  await screen.rerender(draw([item], 4000))
  await frames()

  expect(desk.memoryOf(item).getState().isSeen).toBe(false)
})

it('forgets what was seen when the call has other values', async () => {
  const { desk } = await setUp([sampleApproval])
  await expect.poll(() => desk.memoryOf(sampleApproval).getState().isSeen).toBe(true)

  expect(desk.memoryOf(withValues({ amount: 1 })).getState().isSeen).toBe(false)
})

it('waits anew when something else than the reader brought it into view, and then takes the first click', async () => {
  const { desk, onDecide, button, pass } = await setUp([sampleApproval])
  await pass(1000)
  const memory = desk.memoryOf(sampleApproval)

  memory.setState({ jumps: memory.getState().jumps + 1 })
  await frames()
  button('Approve').click()
  expect(onDecide).not.toHaveBeenCalled()
  await pass(1000)
  button('Approve').click()

  expect(onDecide).toHaveBeenCalledTimes(1)
})

it('gives two approvals of one skill names of their own, and the first the contract’s', async () => {
  const { screen } = await setUp([
    sampleApproval,
    sampleOther(2),
    sampleOther(3, { skillName: 'Send email' }),
  ])

  const names = [...screen.container.querySelectorAll('section')].map((region) =>
    region.getAttribute('aria-label'),
  )

  expect(names).toEqual(['Approval: Create refund', 'Approval: Create refund (2)', 'Approval: Send email'])
})

it('shows a thousand values with one more click', async () => {
  const values = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`key_${index}`, index]))
  const { screen, button } = await setUp([withValues(values)])
  const rows = (): number => screen.container.querySelectorAll('.twk-parameters__row').length
  expect(rows()).toBe(60)

  button('Show the other 940 values').click()
  await frames()

  expect(rows()).toBe(1000)
})

it('stands before a hundred thousand levels and a megabyte of hidden signs', async () => {
  let pit: unknown = 'x'
  for (let depth = 0; depth < 100_000; depth += 1) pit = [pit]
  const { screen, button, onDecide, pass } = await setUp([
    withValues({ pit, signs: 'a\u200B'.repeat(500_000) }),
  ])

  button('Show raw JSON').click()
  await frames()
  button('Approve').scrollIntoView({ block: 'center' })
  await frames()
  await pass(1000)
  button('Approve').click()

  expect(screen.container.textContent).toContain('99,942 hidden values')
  expect(screen.container.textContent).toContain('nested too deeply')
  expect(onDecide).toHaveBeenCalledTimes(1)
})
