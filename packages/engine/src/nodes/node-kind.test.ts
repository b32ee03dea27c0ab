import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../json.ts'
import { runScope } from '../text/fixtures/run-scope.ts'
import { begin, finish, output } from './fixtures/ask-kind.ts'

describe('what a kind does', () => {
  test.each<[string, JsonObject, object]>([
    ['say-static', { texts: ['a', 'b'] }, { type: 'done', says: [{ text: 'a' }] }],
    ['send-message', { text: 'Hi {{word}} {{key}}' }, { says: [{ text: 'Hi hello ••••' }] }],
    ['end', {}, { type: 'done', ends: 'lane' }],
    ['delay', { amount: 1.5, unit: 'hours' }, { type: 'sleep', ms: 5_400_000 }],
    ['delay', { amount: 3, unit: 'days' }, { type: 'sleep', ms: 259_200_000 }],
    [
      'open-conversation',
      {},
      { action: { type: 'conversation', change: { type: 'set-status', status: 'open' } } },
    ],
    ['resolve-conversation', {}, { action: { change: { type: 'set-status', status: 'resolved' } } }],
    ['star-conversation', {}, { action: { change: { type: 'set-starred', isStarred: true } } }],
    ['unstar-conversation', {}, { action: { change: { type: 'set-starred', isStarred: false } } }],
    [
      'add-label',
      { labels: ['{{list}}', 'c'] },
      { action: { change: { type: 'add-labels', labels: ['a', 'b', 'c'] } } },
    ],
    ['add-label', { labels: ['{{none}}'] }, { type: 'done' }],
    ['remove-label', { labels: ['x'] }, { action: { change: { type: 'remove-labels', labels: ['x'] } } }],
    ['tag', { signals: ['x'] }, { action: { change: { type: 'add-signals', signals: ['x'] } } }],
    [
      'assign-user',
      { assignee: '{{word}}' },
      { action: { change: { type: 'assign', to: 'human', assignee: 'hello' } } },
    ],
    [
      'assign-ai',
      { assignee: 'nova' },
      { action: { change: { type: 'assign', to: 'ai', assignee: 'nova' } } },
    ],
    [
      'tool',
      { tool: 't', input: { q: '{{list}}' } },
      { action: { type: 'tool', tool: 't', input: { q: ['a', 'b'] } } },
    ],
    [
      'custom-skill',
      { skill: 's', input: { n: 1 } },
      { action: { type: 'skill', skill: 's', input: { n: 1 } } },
    ],
    [
      'send-sms',
      { to: ' {{word}} ', message: 'm' },
      { action: { type: 'sms', to: 'hello', text: 'm', provider: null } },
    ],
    [
      'send-sms',
      { to: '{{none}}', message: 'm' },
      { type: 'failed', error: expect.stringContaining('“{{none}}”') },
    ],
    ['run-fetch', { runId: '{{none}}' }, { action: { type: 'run-fetch', workflowId: null, runId: null } }],
    ['run-evaluator', { runId: '{{none}}', criteria: ['x'] }, { type: 'failed' }],
    ['end-conversation', { reason: '{{word}}' }, { action: { type: 'end-conversation', reason: 'hello' } }],
    [
      'worker-llm',
      { systemPrompt: 'p' },
      { action: { type: 'llm', use: 'worker', maxTurns: 10, outputSchema: null } },
    ],
    [
      'say-llm',
      { systemPrompt: '{{word}}', provider: 'openai', model: 'm' },
      {
        action: {
          use: 'say',
          system: 'hello',
          maxTurns: 1,
          choice: { provider: 'openai', model: 'm', temperature: null, maxTokens: null },
        },
      },
    ],
    [
      'ai-extraction',
      { labels: ['VIP'], sentiment: true },
      {
        action: {
          use: 'extract',
          outputSchema: {
            properties: {
              labels: { items: { enum: ['VIP'] } },
              sentiment: { enum: ['positive', 'neutral', 'negative'] },
            },
          },
        },
      },
    ],
    [
      'webhook',
      { url: 'https://x.org', preset: 'zapier', payload: { n: '{{list}}' } },
      {
        action: {
          type: 'webhook',
          url: ['https://x.org'],
          event: 'workflow.step',
          payload: { n: ['a', 'b'] },
          retries: 3,
        },
      },
    ],
    [
      'custom-reply',
      { text: 'x', links: [{ label: 'L', url: '{{bad}}' }] },
      { type: 'failed', error: expect.stringContaining('“L”') },
    ],
    [
      'custom-reply',
      { text: 'x', buttons: [{ label: 'B', text: '{{word}}' }] },
      {
        says: [{ text: 'x', actions: [{ type: 'button', label: 'B', text: 'hello' }] }],
      },
    ],
    [
      'approval',
      { skill: 'Refund', expiresAfterMs: 10 },
      { question: { type: 'approval', scope: 'skill', expiresAt: 5010 } },
    ],
    ['connection', { connector: 'Gmail' }, { question: { type: 'connection', connector: 'Gmail' } }],
  ])('%s with %j', (type, config, expected) => {
    const at = runScope(
      { variables: { word: 'hello', list: ['a', 'b'], bad: 'javascript:alert(1)' }, secretNames: ['key'] },
      { now: 5000 },
    )

    expect(begin(type, config, at)).toMatchObject(expected)
  })

  test('say-static says any of its messages at random (I13)', () => {
    const said = [0, 0.4, 0.99].map((random) =>
      begin('say-static', { texts: ['a', 'b', 'c'], pick: 'random' }, runScope({}, { random })),
    )

    expect(said).toMatchObject([
      { output: { text: 'a' } },
      { output: { text: 'b' } },
      { output: { text: 'c' } },
    ])
  })

  test.each<[string, JsonObject, Json, object]>([
    [
      'say-llm',
      { systemPrompt: 'p', saveAs: 'a' },
      { text: 'Hi' },
      { says: [{ text: 'Hi' }], variables: { a: 'Hi' } },
    ],
    ['say-llm', { systemPrompt: 'p' }, { odd: 1 }, { says: [], variables: {} }],
    [
      'worker-llm',
      { systemPrompt: 'p', saveAs: 'a' },
      { city: 'Rome' },
      { variables: { a: { city: 'Rome' } } },
    ],
    ['run-fetch', { saveAs: 'a' }, null, { variables: { a: null } }],
    [
      'run-evaluator',
      { runId: 'r', criteria: ['c'], saveAs: 'a' },
      { passed: true },
      { variables: { a: { passed: true } } },
    ],
    ['custom-skill', { skill: 's', saveAs: 'a' }, 7, { variables: { a: 7 } }],
    ['end-conversation', {}, {}, { ends: 'run' }],
    [
      'ai-extraction',
      { fields: [{ name: 'city' }], saveAs: 'a' },
      { fields: { city: 'Rome' } },
      {
        variables: { city: 'Rome', a: { fields: { city: 'Rome' } } },
      },
    ],
  ])('%s makes of an answer what is saved', (type, config, made, expected) => {
    expect(finish(type, config, output(made))).toMatchObject({ type: 'done', ...expected })
  })
})
