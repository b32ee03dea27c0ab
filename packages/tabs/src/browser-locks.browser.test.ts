import { expect, test } from 'vitest'
import { createBrowserLocks } from './browser-locks.ts'
import { takeLock } from './held-lock.ts'
import type { LockTold } from './tab-ports.ts'

const locks = createBrowserLocks(navigator.locks)
const nothing = (): void => undefined

const noted = (): { readonly lines: string[]; readonly told: LockTold } => {
  const lines: string[] = []
  return {
    lines,
    told: {
      onHeld: () => lines.push('held'),
      onRefused: () => lines.push('refused'),
      onLost: () => lines.push('lost'),
    },
  }
}

// A lock that was let go is free a moment later.
const free = async (name: string): Promise<void> => {
  await expect
    .poll(async () => (await navigator.locks.query()).held?.some((held) => held.name === name))
    .toBe(false)
}

test('holds a free lock, refuses a taken one, and hands over what is released', async () => {
  const first = await takeLock(locks, 'tabs-1', 'if-free', nothing)
  const refused = await takeLock(locks, 'tabs-1', 'if-free', nothing)
  const waiting = noted()
  locks.request('tabs-1', 'wait', waiting.told)

  first?.release()

  await expect.poll(() => waiting.lines).toEqual(['held'])
  expect(refused).toBe(null)
})

test('tells who was robbed, and never who had let go', async () => {
  const robbed = noted()
  locks.request('tabs-2', 'if-free', robbed.told)
  await expect.poll(() => robbed.lines).toEqual(['held'])
  const thief = await takeLock(locks, 'tabs-2', 'steal', nothing)
  await expect.poll(() => robbed.lines).toEqual(['held', 'lost'])
  thief?.release()
  await free('tabs-2')
  const quiet = noted()
  const hold = locks.request('tabs-2', 'if-free', quiet.told)
  await expect.poll(() => quiet.lines).toEqual(['held'])

  hold.release()
  await free('tabs-2')
  await takeLock(locks, 'tabs-2', 'steal', nothing)

  expect(quiet.lines).toEqual(['held'])
})

test('takes a wait back that was released before its turn', async () => {
  const first = await takeLock(locks, 'tabs-3', 'if-free', nothing)
  const waiting = noted()
  locks.request('tabs-3', 'wait', waiting.told).release()

  first?.release()
  await free('tabs-3')
  const next = await takeLock(locks, 'tabs-3', 'if-free', nothing)

  expect(next).not.toBe(null)
  expect(waiting.lines).toEqual([])
})

test('lets each tab hold its own where the page may use no locks', async () => {
  const forbidden = createBrowserLocks({
    request: () => Promise.reject(new DOMException('Not here.', 'SecurityError')),
    query: () => Promise.reject(new DOMException('Not here.', 'SecurityError')),
  } as LockManager)
  const told = noted()

  forbidden.request('tabs-4', 'if-free', told.told)

  await expect.poll(() => told.lines).toEqual(['held'])
})
