import type { CallId, Command, ConversationId, IntentId, RunId } from '@threadwork/core'
import { describe, expect, test } from 'vitest'
import { headless, type HeadlessOptions } from './headless-transport.ts'
import type { Fetch } from './request.ts'

// Plain strings stand for branded ids throughout.
const conversationId = 'c1' as ConversationId
const intentId = 'i1' as IntentId
const runId = 'r1' as RunId

type Routes = Readonly<Record<string, () => Response | Error>>

const json = (body: unknown, status = 200): Response => Response.json(body, { status })

const connect = (routes: Routes, options: Partial<HeadlessOptions> = {}) => {
  const calls: (readonly [route: string, body: unknown])[] = []
  const sent: Headers[] = []
  const fetch: Fetch = (input, init) => {
    const url = new URL(input)
    const route = `${init.method} ${url.pathname}`
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null
    calls.push([route, body])
    sent.push(new Headers(init.headers))
    const answer = routes[route]?.() ?? json({}, 404)
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
  }
  const transport = headless({ url: 'http://server.test', fetch, ...options })
  const sink = { receive: () => {}, changeLink: () => {}, report: () => {} }
  return { transport, connection: transport.open(conversationId, sink), calls, sent }
}

describe('a decision', () => {
  const path = 'POST /conversations/c1/skill_approval/k'
  const decide: Command = {
    type: 'decide',
    scope: 'skill',
    callId: 'k' as CallId,
    resolution: 'approved',
    reason: null,
  }

  test('says in headers of ours what was shown, and its name', async () => {
    const { connection, calls, sent } = connect({ [path]: () => new Response(null, { status: 204 }) })

    await connection.submit({ ...decide, shown: 'sha-256=ab' }, intentId)
    await connection.submit(decide, intentId)

    expect(calls).toEqual([
      [path, { resolution: 'approved' }],
      [path, { resolution: 'approved' }],
    ])
    expect(sent.map((headers) => headers.get('X-Threadwork-Shown'))).toEqual(['sha-256=ab', null])
    expect(sent.map((headers) => headers.get('Idempotency-Key'))).toEqual(['"i1"', '"i1"'])
  })

  test('with changed parameters is refused here: the API would run the old ones', async () => {
    const { transport, connection, calls } = connect({})

    const outcome = await connection.submit({ ...decide, parameters: { amount: 1 } }, intentId)

    expect(transport.capabilities.canEditParameters).toBeUndefined()
    expect(outcome).toMatchObject({ status: 'failed', failure: { reason: 'unsupported' } })
    expect(calls).toEqual([])
  })

  test.each([
    [409, 'shown_differs', 'changed'],
    [409, 'already_resolved', 'conflict'],
    [410, 'approval_expired', 'expired'],
    [410, null, 'gone'],
  ])('that meets %i %s failed as %s', async (status, code, reason) => {
    const { connection } = connect({ [path]: () => json({ error_code: code }, status) })

    const outcome = await connection.submit(decide, intentId)

    expect(outcome).toMatchObject({ status: 'failed', failure: { reason } })
  })
})

describe('commands', () => {
  const ids = { workflowId: 'w', stepId: 's' }
  const bodyIds = { conversationId: 'c1', ...ids, idempotencyKey: 'i1' }

  test.each([
    [
      { type: 'decide', scope: 'skill', callId: 'k/1', resolution: 'rejected', reason: 'no' },
      '/conversations/c1/skill_approval/k%2F1',
      { resolution: 'rejected', rejection_reason: 'no' },
    ],
    [
      { type: 'decide', scope: 'business', callId: 'k', resolution: 'approved', reason: null },
      '/conversations/c1/business_approval/k',
      { resolution: 'approved' },
    ],
    [{ type: 'submit-form', ...ids, values: { a: 1 } }, '/resume-workflow', { ...bodyIds, values: { a: 1 } }],
    [{ type: 'retry-step', ...ids }, '/retry-step', bodyIds],
    [
      { type: 'cancel-workflow', workflowId: 'w' },
      '/cancel-workflow',
      { conversationId: 'c1', workflowId: 'w', idempotencyKey: 'i1' },
    ],
    [{ type: 'skip-connection', attemptId: 'a1' }, '/runtime_connection/a1/reject', {}],
  ])('%j goes to its own path', async (command, path, body) => {
    const { connection, calls } = connect({ [`POST ${path}`]: () => new Response(null, { status: 204 }) })

    const outcome = await connection.submit(command as Command, intentId)

    expect(outcome).toEqual({ status: 'accepted', runId: null })
    expect(calls).toEqual([[`POST ${path}`, body]])
  })

  test('that are lost on the way are never sent again by themselves', async () => {
    const { connection, calls } = connect({ 'POST /retry-step': () => new TypeError('fetch failed') })

    const outcome = await connection.submit(
      { type: 'retry-step', workflowId: null, stepId: 's' } as Command,
      intentId,
    )

    expect(outcome).toMatchObject({ failure: { reason: 'unknown-outcome' } })
    expect(calls).toHaveLength(1)
  })

  test('may be sent again only where they carry a key', () => {
    const { capabilities } = connect({}).transport

    expect(capabilities.idempotent).toEqual(['submit-form', 'retry-step', 'cancel-workflow'])
    expect(capabilities).toMatchObject({ name: 'headless', delivery: 'pull', stop: 'stop-listening' })
  })
})

describe('resume', () => {
  test.each([404, 405])('asks only once where the server answers %i', async (status) => {
    const { connection, transport, calls } = connect({
      'GET /conversations/c1/genie-runs/r1': () => json({}, status),
    })

    expect(await connection.resume(runId, null)).toBe(false)
    expect(await connection.resume(runId, null)).toBe(false)

    expect(calls).toHaveLength(1)
    expect(transport.getProfile().canResumeRun).toBe(false)
  })

  test('is not asked at all when the profile says that it does not exist', async () => {
    const { connection, calls } = connect({}, { profile: { canResumeRun: false } })

    expect(await connection.resume(runId, null)).toBe(false)
    expect(calls).toEqual([])
  })
})
