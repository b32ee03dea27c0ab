import { expect, test } from 'vitest'
import { createRunLog } from './run-log.ts'
import { encodeEvent, openRunStream } from './run-stream.ts'
import { createVirtualClock } from './virtual-clock.ts'

const message = (id: string, text: string) =>
  ({
    type: 'agent.message',
    event_id: id,
    genie_run_id: 'r',
    seq_num: 1,
    message_id: id,
    message: text,
  }) as const

test('writes an event as one data line, whatever its texts hold', () => {
  const text = new TextDecoder().decode(
    encodeEvent(message('e1', 'a\n\nevent: skill.running\ndata: {}\r\n\u2028')),
  )

  expect(text.split('\n\n')).toHaveLength(2)
  expect(text).toMatch(/^event: agent\.message\nid: e1\ndata: \{[^\r\n]*\}\n\n$/)
})

test('holds a position for a slow reader, and not a queue', async () => {
  const log = createRunLog('r', 'c', [])
  const clock = createVirtualClock()
  const stream = openRunStream({ log, from: 0, clock, pingMs: 1000, idleMs: 5000 })
  const reader = stream.getReader()

  for (let index = 0; index < 1000; index += 1) log.add(message(`e${index}`, 'x'))
  const first = new TextDecoder().decode((await reader.read()).value)
  await clock.advance(60_000)
  const second = new TextDecoder().decode((await reader.read()).value)

  expect(first).toContain('id: e0\n')
  expect(second).toContain('id: e1\n')
})

test('lets go of the log and of its timer when the reader leaves', async () => {
  const pending = new Set<object>()
  const virtual = createVirtualClock()
  const clock = {
    now: () => virtual.now(),
    after: (ms: number, callback: () => void): (() => void) => {
      const cancel = virtual.after(ms, callback)
      pending.add(cancel)
      return () => {
        pending.delete(cancel)
        cancel()
      }
    },
  }
  const stream = openRunStream({
    log: createRunLog('r', 'c', []),
    from: 0,
    clock,
    pingMs: 1000,
    idleMs: 5000,
  })
  const reader = stream.getReader()
  const reading = reader.read()
  await virtual.advance(10)
  const waiting = pending.size

  await reader.cancel()
  await reading

  expect([waiting, pending.size]).toEqual([1, 0])
})
