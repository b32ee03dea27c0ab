import type { ConversationId, RunId } from '@threadwork/core'
import { expect, test } from 'vitest'
import { RequestError } from './failure.ts'
import { createHeadlessClient } from './headless-client.ts'
import type { Fetch } from './request.ts'

// Plain strings stand for branded ids.
const id = 'c 1' as ConversationId
const runId = 'r1' as RunId

const clientOver = (answer: Response) => {
  const calls: { route: string; body: unknown }[] = []
  const fetch: Fetch = (url, init) => {
    calls.push({ route: `${init.method} ${url}`, body: init.body })
    return Promise.resolve(answer)
  }
  return { client: createHeadlessClient({ url: '/api/chat', fetch }), calls }
}

test('lists conversations in our words', async () => {
  const { client, calls } = clientOver(
    Response.json({
      result: {
        list: [
          { conversation_id: 7, topic: 'Trip', state: 'ai_running', created_at: '2026-01-01T12:00:00Z' },
        ],
        total_count: 9,
        cursor: 'next',
      },
    }),
  )

  const page = await client.listConversations({ cursor: 'x', limit: 20 })

  expect(page).toEqual({
    conversations: [
      {
        id: '7',
        topic: 'Trip',
        state: 'ai-running',
        createdAt: Date.UTC(2026, 0, 1, 12),
        updatedAt: null,
      },
    ],
    totalCount: 9,
    cursor: 'next',
  })
  expect(calls).toEqual([{ route: 'GET /api/chat/conversations?limit=20&cursor=x', body: undefined }])
})

test('creates a conversation and gives its id', async () => {
  const { client } = clientOver(Response.json({ conversation_id: 'c9' }, { status: 201 }))

  expect(await client.createConversation()).toBe('c9')
})

test('rejects with the failure when the new conversation has no id', async () => {
  const { client } = clientOver(Response.json({}, { headers: { 'X-Request-Id': 'q1' } }))

  await expect(client.createConversation()).rejects.toMatchObject({
    failure: { reason: 'protocol-error', requestId: 'q1' },
  })
})

test('deletes a conversation by its escaped id', async () => {
  const { client, calls } = clientOver(new Response(null, { status: 204 }))

  await client.deleteConversation(id)

  expect(calls[0]?.route).toBe('DELETE /api/chat/conversations/c%201')
})

test('rejects with a sentence for the person', async () => {
  const { client } = clientOver(Response.json({}, { status: 403 }))

  const failure: unknown = await client.getConversation(id).catch((error: unknown) => error)

  expect(failure).toBeInstanceOf(RequestError)
  expect(failure).toMatchObject({
    message: 'Your account may not use this agent. Ask whoever manages the agent for access.',
    failure: { reason: 'no-access' },
  })
})

test('gives feedback on a run', async () => {
  const { client, calls } = clientOver(new Response(null, { status: 204 }))

  await client.giveFeedback(id, runId, 'negative', 'too long')

  expect(calls).toEqual([
    {
      route: 'POST /api/chat/conversations/c%201/genie-runs/r1/feedback',
      body: '{"reaction":"negative","comment":"too long"}',
    },
  ])
})

test('uploads a file as a form and gives its id', async () => {
  const { client, calls } = clientOver(Response.json({ file_id: 'f1' }))

  expect(await client.uploadFile(id, new Blob(['a']), 'a.txt')).toBe('f1')

  const form = calls[0]?.body
  expect(form instanceof FormData ? (form.get('file') as File).name : null).toBe('a.txt') // appended as a blob: a file
})
