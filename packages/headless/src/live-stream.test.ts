import type { Clock, Fact, WireReport } from '@threadwork/core'
import { describe, expect, test, vi } from 'vitest'
import { readLiveStream } from './live-stream.ts'
import { createProfile } from './profile.ts'

const frame = (type: string, seq: number, fields: object = {}): string =>
  `event: ${type}\nid: e${seq}\ndata: ${JSON.stringify({ genie_run_id: 'r1', seq_num: seq, ...fields })}\n\n`

const STARTED = frame('processing.started', 1)
const MESSAGE = frame('agent.message', 2, { message_id: 'm1', message: 'hi' })
const FINISHED = frame('processing.finished', 3)

const readOver = (options: { readonly maxEventBytes?: number } = {}) => {
  const timers: { readonly ms: number; readonly callback: () => void; isCancelled: boolean }[] = []
  const clock: Clock = {
    now: () => 0,
    random: () => 0,
    after: (ms, callback) => {
      const timer = { ms, callback, isCancelled: false }
      timers.push(timer)
      return { cancel: () => (timer.isCancelled = true) }
    },
  }
  const bytes: { controller: ReadableStreamDefaultController<Uint8Array> | null } = { controller: null }
  const readable = new ReadableStream<Uint8Array>({
    start: (controller) => void (bytes.controller = controller),
  })
  const facts: Fact[] = []
  const reports: WireReport[] = []
  const runs: string[] = []
  const profile = createProfile()
  const controller = new AbortController()
  const end = readLiveStream({
    body: readable,
    controller,
    clock,
    idleMs: 75_000,
    maxEventBytes: options.maxEventBytes ?? 10_000,
    lastEventId: null,
    profile,
    sink: {
      receive: (chunk) => void facts.push(...chunk),
      report: (report) => void reports.push(report),
    },
    onRun: (runId) => void runs.push(`${runId} before ${facts.length} facts`),
  })
  const write = (text: string): void => bytes.controller?.enqueue(new TextEncoder().encode(text))
  const finish = (): void => bytes.controller?.close()
  const breakOff = (): void => bytes.controller?.error(new TypeError('terminated'))
  return { write, finish, breakOff, end, facts, reports, runs, profile, timers, controller }
}

const typesOf = (facts: readonly Fact[]) =>
  facts.map((fact) => (fact.type === 'event' ? fact.event.type : fact.type))

describe('the end of a stream', () => {
  test('is interrupted at system.stream_interrupted, with the time to wait and the facts that came with it', async () => {
    const stream = readOver()

    stream.write(STARTED + frame('system.stream_interrupted', 2, { retry_after_ms: 700, reason: 'limit' }))

    expect(await stream.end).toEqual({ reason: 'interrupted', retryAfter: 700, failure: null })
    expect(typesOf(stream.facts)).toEqual(['turn-started'])
    expect(stream.reports.at(-1)).toMatchObject({ type: 'interrupted', detail: 'limit' })
  })

  test('is finished when the turn ended, however the stream did', async () => {
    const stream = readOver()

    stream.write(STARTED + FINISHED + frame('system.stream_interrupted', 4))
    stream.finish()

    expect(await stream.end).toMatchObject({ reason: 'finished' })
  })

  test('waits a little behind the end of the turn, for events that it overtook', async () => {
    const stream = readOver()

    stream.write(STARTED + FINISHED)
    stream.write(MESSAGE)
    await vi.waitFor(() => expect(typesOf(stream.facts)).toContain('message'))
    const linger = stream.timers.filter((timer) => timer.ms === 2_000)
    linger[0]?.callback()

    expect(await stream.end).toMatchObject({ reason: 'finished' })
    expect(linger).toHaveLength(1)
  })

  test('is not finished when another turn began behind the end of one', async () => {
    const stream = readOver()

    stream.write(STARTED + FINISHED)
    stream.write(frame('processing.started', 1, { genie_run_id: 'r2' }))
    stream.finish()

    expect(await stream.end).toMatchObject({ reason: 'eof' })
    expect(stream.timers.find((timer) => timer.ms === 2_000)).toMatchObject({ isCancelled: true })
  })

  test('is an error that names the size of an event over the limit', async () => {
    const stream = readOver({ maxEventBytes: 1_000 })

    stream.write(frame('agent.message', 1, { message_id: 'm', message: 'x'.repeat(2_000) }))

    expect(await stream.end).toMatchObject({
      reason: 'error',
      failure: { reason: 'protocol-error', message: expect.stringMatching(/event of \d+ bytes/) as unknown },
    })
  })

  test('is aborted when the caller aborts, also when the bytes break off because of it', async () => {
    const quiet = readOver()
    const broken = readOver()

    quiet.controller.abort()
    broken.breakOff()
    broken.controller.abort()

    expect(await quiet.end).toEqual({ reason: 'aborted', retryAfter: null, failure: null })
    expect(await broken.end).toEqual({ reason: 'aborted', retryAfter: null, failure: null })
  })

  test('leaves no timer behind', async () => {
    const stream = readOver()

    stream.write(STARTED + FINISHED)
    stream.finish()
    await stream.end

    expect(stream.timers.every((timer) => timer.isCancelled)).toBe(true)
  })
})

describe('events', () => {
  test('that are not JSON are skipped, counted and reported; pings and unknown ones are reported', async () => {
    const stream = readOver()

    stream.write(
      `data: {"a\n\ndata: nope\n\n${frame('system.ping', 1)}${frame('skill.teleported', 2)}${STARTED}${FINISHED}`,
    )
    stream.finish()
    await stream.end

    expect(stream.reports).toMatchObject([
      { type: 'malformed', detail: 'the data is not JSON; 1 on this stream' },
      { type: 'malformed', detail: 'the data is not JSON; 2 on this stream' },
      { type: 'ping', name: 'system.ping' },
      { type: 'ignored', name: 'skill.teleported', detail: 'seq 2' },
      { type: 'event', name: 'processing.started' },
      { type: 'event', name: 'processing.finished' },
    ])
    expect(typesOf(stream.facts)).toEqual(['unknown', 'turn-started', 'turn-ended'])
  })

  test('take their id from their own id line only', async () => {
    const stream = readOver()

    stream.write(`${STARTED}event: processing.finished\ndata: {"genie_run_id":"r1"}\n\n`)
    stream.finish()
    await stream.end

    expect(stream.facts).toMatchObject([{ event: { eventId: 'e1' } }, { event: { eventId: null } }])
  })

  test('name the run once, before their facts are received', async () => {
    const stream = readOver()

    stream.write(`data: {"type":"system.ping"}\n\n${STARTED}${MESSAGE}`)
    stream.write(frame('processing.started', 1, { genie_run_id: 'r2' }))
    stream.finish()
    await stream.end

    expect(stream.runs).toEqual(['r1 before 0 facts'])
  })

  test('tell the profile where their type stands', async () => {
    const stream = readOver()

    stream.write('data: {"type":"processing.started"}\n\n')
    stream.finish()
    await stream.end

    expect(stream.profile.get().eventNaming).toBe('data')
  })

  test.each([
    ['goes on', MESSAGE, true],
    ['is interrupted', frame('system.stream_interrupted', 2), false],
  ])('tell the profile whether a stream that waited for a connection %s', async (_title, next, resumes) => {
    const stream = readOver()

    stream.write(frame('runtime_connection.auth_required', 1, { runtime_connection_attempt_id: 'a' }) + next)
    stream.finish()
    await stream.end

    expect(stream.profile.get().resumesAfterConnection).toBe(resumes)
  })
})
