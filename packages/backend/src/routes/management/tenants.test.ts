import { expect, test } from 'vitest'
import { type ManagementDriver, createManagementDriver } from '../../fixtures/management-driver.ts'
import { askGraph, createPublished } from '../../fixtures/workflow-graphs.ts'
import type { Operation } from './operation.ts'

const mallory = { 'X-IDP-User-Id': 'mallory' }

/** One of everything that Ada has, by the word of a path or a field that names it. */
async function possessionsOf(driver: ManagementDriver) {
  const workflow = await createPublished(driver, askGraph)
  const run = await driver.read('POST', `/workflows/${workflow}/execute`, {})
  const timing = { type: 'cron', expression: '0 * * * *' }
  const schedule = await driver.read('POST', `/workflows/${workflow}/schedules`, { timing })
  await driver.read('POST', '/global-variables', { name: 'plan', value: 'gold' })
  const content = { type: 'knowledge', collection: '', limit: 3 }
  const tool = await driver.read('POST', '/tools', { name: 'search', content })
  const document = await driver.read('POST', '/documents', { title: 'Returns', text: 'Thirty days.' })
  const conversation = {
    id: 'talk',
    parent: 'ada',
    at: 0,
    topic: null,
    updatedAt: 0,
    lastEvent: null,
    turnId: null,
  }
  driver.store.put('conversations', conversation)
  await driver.read('GET', '/conversations/talk')
  await driver.read('PATCH', '/contacts/ada/memory', { memory: { plan: 'gold' } })
  driver.store.put('escalations', {
    id: 'handed-over',
    parent: 'ada',
    at: 0,
    runId: run.id,
    conversationId: 'talk',
    team: null,
    note: '',
    contact: {},
    transcript: [],
    context: {},
    status: 'open',
  })
  return {
    workflows: workflow,
    runs: run.id,
    schedule: schedule.id,
    tools: tool.id,
    documents: document.id,
    nodes: 'ask',
    edges: 'go',
    conversations: 'talk',
    contacts: 'ada',
    escalations: 'handed-over',
  }
}

/** The least that each body needs to be taken. */
const bodies: Readonly<Record<string, object>> = {
  cloneWorkflow: { name: 'Mine' },
  createNode: { type: 'end', name: 'End' },
  createEdge: { source: 'start', target: 'ask' },
  createSchedule: { timing: { type: 'cron', expression: '0 * * * *' } },
  answerRun: { stepId: 'ask', values: { email: 'a@b.de' } },
  updateConcurrency: { limit: 1 },
  deleteWorkflow: { confirm: 'Order help' },
  updateEscalation: { status: 'closed' },
  updateSessionMemory: { memory: { plan: 'free' } },
}

// Each team remembers contacts of its own, whoever they are: there is nothing of another's to find.
const isOwned = ({ path, id }: Operation): boolean =>
  (/:(?:id|name|schedule)\b/.test(path) && !path.startsWith('/contacts')) ||
  ['createNode', 'createEdge'].includes(id)

test('shows and gives nobody what belongs to another team, by any of its addresses', async () => {
  const driver = createManagementDriver()
  const owned: Readonly<Record<string, string>> = await possessionsOf(driver)
  const before = JSON.stringify(driver.store.list('definitions', null))
  const operations = driver.operations.filter(isOwned)

  const answers = await Promise.all(
    operations.map(async (operation) => {
      const noun = operation.path.split('/')[1] ?? ''
      const path = operation.path
        .replace(':id', owned[noun] ?? '')
        .replace(':name', 'plan')
        .replace(':number', '0')
        .replace(':schedule', owned['schedule'] ?? '')
      const isPart = noun === 'nodes' || noun === 'edges'
      const place = isPart ? { workflowId: owned['workflows'] } : {}
      const query = new URLSearchParams({
        ...(isPart && operation.query ? { workflowId: owned['workflows'] ?? '' } : {}),
        ...(operation.id === 'compareVersions' ? { from: '0' } : {}),
      })
      const body = operation.body ? { ...place, ...bodies[operation.id] } : undefined
      const { status } = await driver.ask(operation.method.toUpperCase(), `${path}?${query}`, body, mallory)
      return `${operation.id} ${status}`
    }),
  )

  expect(answers).toEqual(operations.map(({ id }) => `${id} 404`))
  expect(answers.length).toBeGreaterThan(40)
  expect(JSON.stringify(driver.store.list('definitions', null))).toBe(before)
})

test('lists for each team its own alone', async () => {
  const driver = createManagementDriver()
  const owned = await possessionsOf(driver)

  for (const [path, key] of [
    ['/workflows', 'workflows'],
    ['/runs', 'runs'],
    ['/global-variables', 'variables'],
    ['/tools', 'tools'],
    ['/documents', 'documents'],
    ['/settings/concurrency', 'workflows'],
  ] as const) {
    expect((await driver.read('GET', path))[key], path).toHaveLength(1)
    expect((await driver.read('GET', path, undefined, mallory))[key], path).toEqual([])
  }
  expect((await driver.ask('GET', `/runs?workflowId=${owned.workflows}`, undefined, mallory)).status).toBe(
    404,
  )
  const cap = await driver.ask(
    'PATCH',
    '/settings/concurrency',
    { workflowId: owned.workflows, limit: 1 },
    mallory,
  )
  expect(cap.status).toBe(404)
  expect(await driver.read('GET', '/contacts/ada/memory', undefined, mallory)).toEqual({ memory: {} })
})

test('lets two teams give the same names', async () => {
  const driver = createManagementDriver()
  await possessionsOf(driver)
  const variable = { name: 'plan', value: 'mine' }

  const made = await driver.ask('POST', '/global-variables', variable, mallory)
  const tool = { name: 'search', content: { type: 'knowledge', collection: '', limit: 3 } }
  const twin = await driver.ask('POST', '/tools', tool, mallory)

  expect([made.status, twin.status]).toEqual([201, 201])
  expect((await driver.read('GET', '/global-variables/plan')).value).toBe('gold')
})

test('keeps apart teams whose names end where a variable’s begins', async () => {
  const driver = createManagementDriver()
  await driver.read(
    'POST',
    '/global-variables',
    { name: 'plan', value: 'gold' },
    { 'X-IDP-User-Id': 'ada:two' },
  )

  const answered = await driver.ask('GET', '/global-variables/two:plan')

  expect(answered.status).toBe(404)
})
