import type { Item, LoggedReport, Session, SessionState } from '@threadwork/core'
import { StrictMode } from 'react'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { SessionProvider } from './SessionProvider.tsx'
import { useConversation } from './useConversation.ts'
import { useItem, usePhase } from './useItem.ts'
import { useReports } from './useReports.ts'

const item = (id: string, text: string): Item =>
  // Only the fields that the hooks and this test read.
  ({ kind: 'message', id, key: id, text }) as unknown as Item

const handSession = () => {
  const listeners = new Set<() => void>()
  const reports: LoggedReport[] = []
  // Only the fields that the hooks read.
  let state = { items: [item('a', 'A')], phase: 'idle' } as unknown as SessionState
  const session = {
    getState: () => state,
    subscribe: (listener: () => void) => (listeners.add(listener), () => void listeners.delete(listener)),
    getReports: () => reports,
    subscribeReports: (listener: () => void) => (
      listeners.add(listener),
      () => void listeners.delete(listener)
    ),
  } as unknown as Session
  const tell = () => listeners.forEach((listener) => listener())
  return {
    session,
    listeners,
    change: (next: Partial<SessionState>) => {
      state = { ...state, ...next }
      tell()
    },
    report: (name: string) => {
      reports.push({ id: reports.length, at: 0, type: 'event', name, detail: '', bytes: null })
      tell()
    },
  }
}

test('renders a reader of one item only when that item changes', async () => {
  const { session, change } = handSession()
  let renders = 0
  const Reader = () => {
    renders += 1
    const found = useItem('a')
    return <p>{found?.kind === 'message' ? found.text : 'none'}</p>
  }
  const screen = await render(
    <SessionProvider session={session}>
      <Reader />
    </SessionProvider>,
  )
  const [first] = session.getState().items
  if (!first) throw new Error('The session lost its item.')
  renders = 0

  change({ items: [first, item('b', 'B')], phase: 'ai-running' })
  expect(renders).toBe(0)
  change({ items: [item('a', 'Edited'), item('b', 'B')] })

  await expect.element(screen.getByText('Edited')).toBeVisible()
  expect(renders).toBe(1)
})

test('takes a selector that builds a new object each time', async () => {
  const { session, change } = handSession()
  const Reader = () => {
    const { count } = useConversation((state) => ({ count: state.items.length }))
    return <p>{`${count} items, ${usePhase()}`}</p>
  }
  const screen = await render(
    <StrictMode>
      <SessionProvider session={session}>
        <Reader />
      </SessionProvider>
    </StrictMode>,
  )

  change({ items: [], phase: 'failed' })

  await expect.element(screen.getByText('0 items, failed')).toBeVisible()
})

test('reads reports out of a list that the session goes on writing', async () => {
  const { session, report, listeners } = handSession()
  const Reader = () => (
    <p>
      {useReports()
        .map(({ name }) => name)
        .join(' ')}
    </p>
  )
  const screen = await render(
    <SessionProvider session={session}>
      <Reader />
    </SessionProvider>,
  )

  report('one')
  report('two')

  await expect.element(screen.getByText('one two')).toBeVisible()
  await screen.unmount()
  expect(listeners.size).toBe(0)
})
