import type { Command, ConversationId, IntentId, StepId, WireReport, WorkflowId } from '@threadwork/core'
import { describe, expect, test } from 'vitest'
import type { FetchLike } from './request.ts'
import { createRest, type Rest, type RestOptions } from './rest.ts'
import { systemClock } from './system-clock.ts'

interface Sent {
  readonly url: string
  readonly init: RequestInit
}

function restOver(
  fetch: FetchLike,
  more: Partial<RestOptions> = {},
): { rest: Rest; sent: Sent[]; reports: WireReport[] } {
  const sent: Sent[] = []
  const reports: WireReport[] = []
  const rest = createRest('c 1' as ConversationId, {
    url: '/api/chat',
    history: '/api/chat/history',
    clock: systemClock,
    timeout: 10_000,
    accessToken: null,
    report: (report) => reports.push(report),
    fetch: (url, init) => {
      sent.push({ url, init })
      return fetch(url, init)
    },
    ...more,
  })
  return { rest, sent, reports }
}

const answering = (status: number, body: unknown = null, headers: Record<string, string> = {}): FetchLike => {
  return () => Promise.resolve(new Response(JSON.stringify(body), { status, headers }))
}

const intentId = 'i1' as IntentId
const submitForm: Command = {
  type: 'submit-form',
  workflowId: 'w1' as WorkflowId,
  stepId: 's2' as StepId,
  values: { email: 'a@b.example' },
}
const { workflowId, stepId } = submitForm

describe('submit', () => {
  test.each<[Command, string, unknown]>([
    [
      { type: 'send-message', text: 'hello' },
      '/api/chat/messages',
      { conversationId: 'c 1', text: 'hello', clientMessageId: 'i1' },
    ],
    [
      submitForm,
      '/api/chat/resume-workflow',
      {
        conversationId: 'c 1',
        workflowId,
        stepId,
        values: { email: 'a@b.example' },
        idempotencyKey: 'i1',
      },
    ],
    [
      { type: 'retry-step', workflowId, stepId },
      '/api/chat/retry-step',
      { conversationId: 'c 1', workflowId, stepId, idempotencyKey: 'i1' },
    ],
    [
      { type: 'cancel-workflow', workflowId },
      '/api/chat/cancel-workflow',
      { conversationId: 'c 1', workflowId, idempotencyKey: 'i1' },
    ],
  ])('posts %j under the intent’s key', async (command, url, body) => {
    const { rest, sent } = restOver(answering(202))

    const outcome = await rest.submit(command, intentId)

    expect(outcome).toEqual({ status: 'accepted', runId: null })
    expect(sent).toHaveLength(1)
    expect(sent[0]?.url).toBe(url)
    expect(sent[0]?.init.method).toBe('POST')
    expect(new Headers(sent[0]?.init.headers).get('X-Threadwork')).toBe('1')
    // fetch takes more than texts as a body; here it is one.
    expect(JSON.parse(sent[0]?.init.body as string)).toEqual(body)
  })

  test.each([
    [401, 'signed-out'],
    [403, 'no-access'],
    [404, 'not-found'],
    [406, 'not-available'],
    [409, 'conflict'],
    [410, 'gone'],
    [413, 'too-large'],
    [422, 'invalid'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [503, 'server-error'],
    [418, 'protocol-error'],
  ])('says what a %i means, with the request’s id and a sentence', async (status, reason) => {
    const { rest } = restOver(
      answering(status, { detail: 'SqlException at 10.0.0.7' }, { 'X-Request-Id': 'r-7' }),
    )

    const outcome = await rest.submit(submitForm, intentId)

    expect(outcome).toMatchObject({ status: 'failed', failure: { reason, requestId: 'r-7' } })
    expect(JSON.stringify(outcome)).not.toContain('SqlException')
    expect(JSON.stringify(outcome)).toMatch(/"message":"[A-Z][^"]+\."/)
  })

  test('tells an account without access apart from one that is signed out', async () => {
    const { rest } = restOver(answering(401, { error_code: 'user_nonactive_or_missing' }))

    expect(await rest.submit(submitForm, intentId)).toMatchObject({ failure: { reason: 'no-access' } })
  })

  test('hands on the errors of the fields of a 422', async () => {
    const { rest } = restOver(
      answering(422, { Errors: { email: ['Not an address.'], plan: 'Choose one.', age: 7 } }),
    )

    const outcome = await rest.submit(submitForm, intentId)

    expect(outcome).toMatchObject({
      failure: { fieldErrors: { email: ['Not an address.'], plan: ['Choose one.'] } },
    })
  })

  test('hands on how long the backend wants to be left alone', async () => {
    const { rest } = restOver(answering(429, null, { 'Retry-After': '7' }))

    expect(await rest.submit(submitForm, intentId)).toMatchObject({ failure: { retryAfter: 7_000 } })
  })

  test('does not know what came of a command whose answer was lost, and does not send it again', async () => {
    const { rest, sent } = restOver(() => Promise.reject(new TypeError('Failed to fetch')))

    expect(await rest.submit(submitForm, intentId)).toMatchObject({ failure: { reason: 'unknown-outcome' } })
    expect(sent).toHaveLength(1)
  })

  test('knows that a refused connection carried nothing', async () => {
    const refused = new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })
    const { rest } = restOver(() => Promise.reject(refused))

    expect(await rest.submit(submitForm, intentId)).toMatchObject({ failure: { reason: 'unreachable' } })
  })

  test('gives an answer up after the timeout', async () => {
    const { rest } = restOver(
      (_url, init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(new Error('aborted')))
        }),
      { timeout: 1 },
    )

    expect(await rest.submit(submitForm, intentId)).toMatchObject({ failure: { reason: 'unknown-outcome' } })
  })

  test('sends nothing once it is closed', async () => {
    const { rest, sent } = restOver(answering(202))
    rest.close()

    expect(await rest.submit(submitForm, intentId)).toMatchObject({ failure: { reason: 'unreachable' } })
    expect(sent).toEqual([])
  })

  test('has no word for a connection that is skipped', async () => {
    const { rest, sent } = restOver(answering(202))
    const skip = { type: 'skip-connection', attemptId: 'a1' } as Command // a brand

    expect(await rest.submit(skip, intentId)).toMatchObject({ failure: { reason: 'unsupported' } })
    expect(sent).toEqual([])
  })
})

describe('readHistory', () => {
  test('asks for its conversation and reads the answer', async () => {
    const { rest, sent } = restOver(answering(200, { messages: [], activeWorkflow: null }))

    const read = await rest.readHistory()

    expect(sent[0]?.url).toBe('/api/chat/history?conversationId=c%201')
    expect(read).toMatchObject({ status: 'read', history: { messages: [], activeWorkflow: null } })
  })

  test('says that an answer was no history', async () => {
    const page: FetchLike = () => Promise.resolve(new Response('<p>Sign in</p>'))
    const { rest } = restOver(page)

    expect(await rest.readHistory()).toMatchObject({
      status: 'failed',
      failure: { reason: 'protocol-error' },
    })
  })

  test('takes the history from a function when it is given one', async () => {
    const { rest, sent } = restOver(answering(500), {
      history: (conversationId) => Promise.resolve({ messages: [{ id: conversationId, text: 'hi' }] }),
    })

    expect(await rest.readHistory()).toMatchObject({ history: { messages: [{ messageId: 'c 1' }] } })
    expect(sent).toEqual([])
  })

  test('calls a lost answer unreachable: a read leaves nothing in doubt', async () => {
    const { rest } = restOver(() => Promise.reject(new TypeError('Failed to fetch')))

    expect(await rest.readHistory()).toMatchObject({ failure: { reason: 'unreachable' } })
  })
})

test('a report names method, path and status, and never the token', async () => {
  const { rest, sent, reports } = restOver(answering(202), { accessToken: () => 'secret-token' })

  await rest.submit(submitForm, intentId)

  expect(new Headers(sent[0]?.init.headers).get('Authorization')).toBe('Bearer secret-token')
  expect(reports).toEqual([
    { type: 'request', name: 'POST /api/chat/resume-workflow', detail: '202', bytes: null },
  ])
})
