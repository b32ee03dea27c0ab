import type { AttemptId, ConversationId, IntentId, LinkChange, RunId, WireReport } from '@threadwork/core'
import { describe, expect, test, vi } from 'vitest'
import { headless } from './headless-transport.ts'
import type { Fetch } from './request.ts'

// Plain strings stand for branded ids.
const conversationId = 'c1' as ConversationId
const intentId = 'i1' as IntentId
const runId = 'r1' as RunId

const connect = (answer: () => Promise<Response> | Response) => {
  const calls: { url: string; init: RequestInit }[] = []
  const links: LinkChange[] = []
  const reports: WireReport[] = []
  const fetch: Fetch = async (url, init) => {
    calls.push({ url, init })
    return answer()
  }
  const transport = headless({ url: '/api', fetch })
  const connection = transport.open(conversationId, {
    receive: () => {},
    changeLink: (change) => void links.push(change),
    report: (report) => void reports.push(report),
  })
  const say = () => connection.submit({ type: 'send-message', text: 'hello' }, intentId)
  return { transport, connection, say, calls, links, reports }
}

const stream = (text: string): Response =>
  new Response(text, { headers: { 'Content-Type': 'Text/Event-Stream;charset=utf-8' } })

const FINISHED = 'data: {"type":"processing.finished","genie_run_id":"r1"}\n\n'

describe('an answer to a message that is no stream', () => {
  test.each([
    ['text/html', '<html>sign in</html>'],
    ['text/event-streams', FINISHED],
    ['application/json', '{}'],
  ])('fails by name for %s', async (type, body) => {
    const headers = { 'Content-Type': type, 'X-Request-Id': 'q7' }
    const { say, links, reports } = connect(() => new Response(body, { headers }))

    const outcome = await say()

    expect(outcome).toMatchObject({
      status: 'failed',
      failure: {
        reason: 'protocol-error',
        requestId: 'q7',
        message: expect.stringContaining(`answered with ${type}`) as unknown,
      },
    })
    expect(reports).toContainEqual(expect.objectContaining({ name: 'wrong-content-type' }))
    expect(links).toEqual([])
  })

  test('is accepted when it names the run, and the session is told to read', async () => {
    const { say, links } = connect(() =>
      Response.json({ result: { conversation_id: 'c1', genie_run_id: 9 } }),
    )

    expect(await say()).toEqual({ status: 'accepted', runId: '9' })
    expect(links).toMatchObject([
      { type: 'opened', runId: '9' },
      { type: 'ended', reason: 'eof' },
    ])
  })

  test('of 409 is a conflict, and nothing is sent again', async () => {
    const { say, links, calls } = connect(() => Response.json({}, { status: 409 }))

    const outcome = await say()

    expect(outcome).toMatchObject({ status: 'failed', failure: { reason: 'conflict' } })
    expect({ calls: calls.length, links }).toEqual({ calls: 1, links: [] })
  })
})

test('a stop while the message is on its way is heeded when its stream opens', async () => {
  let answer: (response: Response) => void = () => {}
  const { connection, say, links } = connect(() => new Promise((resolve) => (answer = resolve)))

  const sending = say()
  await Promise.resolve()
  connection.stopListening()
  await vi.waitFor(() => answer(stream('')))

  expect(await sending).toMatchObject({ status: 'accepted' })
  expect(links).toMatchObject([{ type: 'opened' }, { type: 'ended', reason: 'aborted' }])
})

test('what arrived just before a stop is not heard behind it', async () => {
  let bytes: ReadableStreamDefaultController<Uint8Array> | null = null
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (bytes = controller) })
  const headers = { 'Content-Type': 'text/event-stream' }
  const { connection, say, links, reports } = connect(() => new Response(body, { headers }))

  await say()
  bytes!.enqueue(new TextEncoder().encode(FINISHED)) // set when the stream was made
  connection.stopListening()
  await vi.waitFor(() => expect(reports.at(-1)).toMatchObject({ name: 'processing.finished' }))
  await new Promise((resolve) => setImmediate(resolve))

  expect(links.map((change) => change.type)).toEqual(['opened', 'ended'])
})

test('a link that a stream brought is what a server without a link endpoint renews', async () => {
  const required = {
    type: 'runtime_connection.auth_required',
    runtime_connection_attempt_id: 'a1',
    auth_link: { url: 'https://connect.test/1' },
  }
  const answers = [stream(`data: ${JSON.stringify(required)}\n\n`), Response.json({}, { status: 404 })]
  const { connection, say, links } = connect(() => answers.shift() ?? Response.error())
  await say()
  await vi.waitFor(() => expect(links).toHaveLength(2))

  const renewed = await connection.renewLink('a1' as AttemptId)

  expect(renewed).toMatchObject({ facts: [{ connection: { link: { url: 'https://connect.test/1' } } }] })
})

describe('resuming a run', () => {
  test('opens its stream behind the last event', async () => {
    const { connection, transport, calls, links } = connect(() => stream(FINISHED))

    const isResumed = await connection.resume(runId, 'e1')
    await vi.waitFor(() => expect(links).toHaveLength(2))

    expect(isResumed).toBe(true)
    expect(calls).toMatchObject([
      {
        url: '/api/conversations/c1/genie-runs/r1',
        init: {
          method: 'GET',
          headers: { 'Last-Event-ID': 'e1', Accept: 'text/event-stream', 'X-Threadwork': '1' },
        },
      },
    ])
    expect(links).toMatchObject([
      { type: 'opened', intentId: null, runId: 'r1' },
      { type: 'ended', reason: 'finished' },
    ])
    expect(transport.getProfile().canResumeRun).toBe(true)
  })

  test('says no to an answer that is no stream, without forgetting that the next may be one', async () => {
    const { connection, transport } = connect(() => Response.json({}))

    expect(await connection.resume(runId, null)).toBe(false)
    expect(transport.getProfile().canResumeRun).toBeNull()
  })
})
