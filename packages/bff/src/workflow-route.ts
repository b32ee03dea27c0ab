import { kilobyte, origin, type Route } from './route-entry.ts'

const page = ['limit', 'cursor'] as const
const list = ['search', 'sort', 'order', ...page] as const
const version = ['version'] as const
const place = ['workflowId', 'version'] as const
/** What the workflow API takes as one body; a workflow comes with its versions, and a document with its text. */
const body = { maxBody: 256 * kilobyte } as const
const long = { maxBody: 4 * kilobyte * kilobyte } as const
// The same key is the same run, however often it is sent.
const run = { ...long, headers: ['idempotency-key'] } as const

const workflow = '/api/workflows/:workflow'

const definitions: readonly Route[] = [
  origin('GET', '/api/workflows', { query: ['status', 'category', 'dialect', ...list] }),
  origin('POST', '/api/workflows', long),
  origin('POST', '/api/workflows/import', long),
  origin('GET', workflow, { query: version }),
  origin('PATCH', workflow, long),
  origin('DELETE', workflow, { query: ['confirm'] }),
  origin('POST', `${workflow}/save`, long),
  origin('POST', `${workflow}/publish`, long),
  origin('POST', `${workflow}/clear`, long),
  origin('POST', `${workflow}/clone`, long),
  origin('GET', `${workflow}/export`, { query: ['words'] }),
  origin('GET', `${workflow}/validate`, { query: version }),
  origin('GET', `${workflow}/stats`, { query: ['mode'] }),
  origin('GET', `${workflow}/versions`),
  origin('POST', `${workflow}/versions`, long),
  // Before a version by its number, which would take “compare” for one.
  origin('GET', `${workflow}/versions/compare`, { query: ['from', 'to'] }),
  origin('GET', `${workflow}/versions/:number`),
  origin('PATCH', `${workflow}/versions/:number`, long),
  origin('POST', `${workflow}/versions/:number/activate`, long),
  origin('POST', `${workflow}/versions/:number/restore`, long),
  origin('POST', '/api/nodes', body),
  origin('GET', '/api/nodes/:node', { query: place }),
  origin('PATCH', '/api/nodes/:node', body),
  origin('DELETE', '/api/nodes/:node', { query: place }),
  origin('POST', '/api/edges', body),
  origin('GET', '/api/edges/:edge', { query: place }),
  origin('PATCH', '/api/edges/:edge', body),
  origin('DELETE', '/api/edges/:edge', { query: place }),
  origin('GET', '/api/node-types'),
  origin('GET', '/api/templates'),
  origin('GET', '/api/templates/:template'),
  origin('POST', '/api/templates/:template/workflows', body),
]

const execution: readonly Route[] = [
  origin('POST', `${workflow}/execute`, run),
  origin('GET', `${workflow}/test`, { query: version }),
  origin('POST', `${workflow}/test`, run),
  origin('GET', `${workflow}/webhook-secret`),
  origin('GET', `${workflow}/schedules`),
  origin('POST', `${workflow}/schedules`, long),
  origin('GET', `${workflow}/schedules/:schedule`),
  origin('PATCH', `${workflow}/schedules/:schedule`, long),
  origin('DELETE', `${workflow}/schedules/:schedule`),
  origin('GET', '/api/runs', { query: ['workflowId', 'conversationId', 'status', 'mode', ...list] }),
  origin('GET', '/api/runs/:run'),
  origin('GET', '/api/runs/:run/input'),
  origin('GET', '/api/runs/:run/events', { kind: 'stream' }),
  origin('POST', '/api/runs/:run/cancel', body),
  origin('POST', '/api/runs/:run/retry', body),
  origin('POST', '/api/runs/:run/answer', body),
]

const people: readonly Route[] = [
  origin('GET', '/api/conversations', {
    query: ['status', 'label', 'channel', 'starred', 'assignee', 'userId', 'sort', 'order', ...page],
  }),
  origin('GET', '/api/conversations/:conversation'),
  origin('PATCH', '/api/conversations/:conversation', body),
  origin('GET', '/api/conversations/:conversation/memory'),
  origin('PATCH', '/api/conversations/:conversation/memory', body),
  origin('GET', '/api/contacts/:contact/memory'),
  origin('PATCH', '/api/contacts/:contact/memory', body),
  origin('POST', '/api/events', body),
  origin('GET', '/api/escalations', { query: ['status', ...page] }),
  origin('GET', '/api/escalations/:escalation'),
  origin('PATCH', '/api/escalations/:escalation', body),
]

const registries: readonly Route[] = [
  origin('GET', '/api/global-variables', { query: ['category', ...list] }),
  origin('POST', '/api/global-variables', body),
  origin('GET', '/api/global-variables/:name'),
  origin('PATCH', '/api/global-variables/:name', body),
  origin('DELETE', '/api/global-variables/:name'),
  origin('GET', '/api/settings/concurrency'),
  origin('PATCH', '/api/settings/concurrency', body),
  origin('GET', '/api/tools'),
  origin('POST', '/api/tools', body),
  origin('GET', '/api/tools/:tool'),
  origin('PATCH', '/api/tools/:tool', body),
  origin('DELETE', '/api/tools/:tool'),
  origin('GET', '/api/documents', { query: ['collection', 'search', ...page] }),
  origin('POST', '/api/documents', long),
  origin('GET', '/api/documents/:document'),
  origin('PATCH', '/api/documents/:document', long),
  origin('DELETE', '/api/documents/:document'),
  origin('GET', '/api/sms', { query: page }),
  origin('GET', '/api/deliveries', { query: page }),
  origin('GET', '/api/openapi.json'),
]

/**
 * The workflow API, as a page reaches it. Its webhooks are not here: they are signed, and come from servers that have
 * no session. Nor is its reference page, which would need a policy of its own.
 */
export const workflowRoutes: readonly Route[] = [...definitions, ...execution, ...people, ...registries]
