import { describe, expect, test } from 'vitest'
import { createManagementDriver } from '../../fixtures/management-driver.ts'
import {
  askGraph,
  callGraph,
  createPublished,
  createWithDraft,
  sayGraph,
} from '../../fixtures/workflow-graphs.ts'

const idsOf = (body: { runs: readonly { id: string }[] }) => body.runs.map(({ id }) => id)

describe('executing', () => {
  test('answers 202 with the run, in our words and in the dialect’s (I56–I58, I62, C77)', async () => {
    const driver = createManagementDriver()
    const graph = await createPublished(driver, askGraph)
    const conversation = await createPublished(driver, askGraph, { dialect: 'conversation' })

    const first = await driver.ask('POST', `/workflows/${graph}/execute`, { input: { plan: 'gold' } })
    const second = await driver.read('POST', `/workflows/${conversation}/execute`)
    await driver.read('POST', `/runs/${first.body.id}/answer`, { stepId: 'ask', values: { email: 'a@b.de' } })

    expect(first.status).toBe(202)
    expect(first.body).toMatchObject({
      mode: 'manual',
      status: 'waiting',
      statusWord: 'In Progress',
      input: { plan: 'gold' },
    })
    expect(second).toMatchObject({ status: 'waiting', statusWord: 'Running', version: 1 })
    expect(await driver.read('GET', `/runs/${first.body.id}`)).toMatchObject({
      status: 'completed',
      statusWord: 'Completed',
    })
  })

  test('gives the same run for the same key, in the header or in the body', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph())
    const other = await createPublished(driver, sayGraph())
    const execute = (workflow: string, body: object, headers = {}) =>
      driver.read('POST', `/workflows/${workflow}/execute`, body, headers)

    const first = await execute(id, {}, { 'Idempotency-Key': 'k1' })
    const again = await execute(id, { idempotencyKey: 'k1' })
    const elsewhere = await execute(other, { idempotencyKey: 'k1' })
    const both = await driver.ask(
      'POST',
      `/workflows/${id}/execute`,
      { idempotencyKey: 'a' },
      { 'Idempotency-Key': 'b' },
    )

    expect(again.id).toBe(first.id)
    expect(elsewhere.id).not.toBe(first.id)
    expect(both.status).toBe(422)
    expect((await driver.read('GET', '/runs')).total).toBe(2)
  })

  test('runs the draft of a workflow that is not live, as seed 002 draws it: without a trigger', async () => {
    const driver = createManagementDriver()
    const { id: workflowId } = await driver.read('POST', '/workflows', { name: 'Seed' })
    const say = { workflowId, type: 'SAY_STATIC', config: { texts: ['Hello {{who}}'] } }
    const first = await driver.read('POST', '/nodes', { ...say, name: 'Greet' })
    const last = await driver.read('POST', '/nodes', { workflowId, type: 'END_CONVERSATION', name: 'End' })
    await driver.read('POST', '/edges', { workflowId, source: first.id, target: last.id, type: 'direct' })

    const run = await driver.read('POST', `/workflows/${workflowId}/execute`, { input: { who: 'Ada' } })
    await driver.settle()
    const done = await driver.read('GET', `/runs/${run.id}`)

    expect(done).toMatchObject({ status: 'completed', version: null })
    expect(done.steps.map((step: { typeWord: string }) => step.typeWord)).toEqual([
      'manual',
      'SAY_STATIC',
      'END_CONVERSATION',
    ])
    expect(done.steps[1].output).toMatchObject({ text: 'Hello Ada' })
  })

  test('runs the draft of a live workflow for a test, and its active version else', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph('Live'), { dialect: 'conversation' })

    const tried = await driver.read('POST', `/workflows/${id}/execute`, { mode: 'test' })
    const real = await driver.read('POST', `/workflows/${id}/execute`, {})
    const asked = await driver.read('POST', `/workflows/${id}/execute`, { version: 'draft' })

    expect([tried.version, real.version, asked.version]).toEqual([null, 1, null])
  })

  test('starts nothing that cannot run to its end', async () => {
    const driver = createManagementDriver()
    const id = await createWithDraft(driver, sayGraph(''))

    const answered = await driver.ask('POST', `/workflows/${id}/execute`, {})

    expect(answered.status).toBe(422)
    expect(answered.body.detail).toContain('The draft cannot be run. Write the message.')
    expect((await driver.read('GET', '/runs')).total).toBe(0)
  })

  test('takes the person’s own conversations alone', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph())

    const answered = await driver.ask('POST', `/workflows/${id}/execute`, {
      conversationId: 'somebody-elses',
    })

    expect(answered.status).toBe(404)
  })

  test('holds the limits of the team and of the workflow, and says why a run waits (I53–I55)', async () => {
    const driver = createManagementDriver({ reach: () => new Promise(() => undefined) })
    const id = await createPublished(driver, callGraph('https://api.example.com/slow'))

    const settings = await driver.read('GET', '/settings/concurrency')
    await driver.read('PATCH', '/settings/concurrency', { workflowId: id, limit: 1 })
    await driver.read('POST', `/workflows/${id}/execute`, {})
    const queued = await driver.read('POST', `/workflows/${id}/execute`, {})
    const freed = await driver.read('PATCH', '/settings/concurrency', { workflowId: id, limit: 0 })
    await driver.settle()

    expect(settings.limit).toBe(50)
    expect(queued).toMatchObject({ status: 'queued', statusWord: 'Started' })
    expect(queued.queuedBecause).toContain('1')
    expect(freed.workflows).toMatchObject([{ limit: 0, effectiveLimit: 50 }])
    expect((await driver.read('GET', `/runs/${queued.id}`)).status).toBe('running')
  })

  test('takes no cap above the team’s limit', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph())
    await driver.read('PATCH', '/settings/concurrency', { limit: 10 })

    const byPatch = await driver.ask('PATCH', `/workflows/${id}`, { settings: { concurrency: 11 } })
    const bySettings = await driver.ask('PATCH', '/settings/concurrency', { workflowId: id, limit: 11 })

    expect([byPatch.status, bySettings.status]).toEqual([422, 422])
    expect(byPatch.body.errors['settings.concurrency'][0]).toContain('has 10')
  })
})

describe('testing', () => {
  test.each([
    [
      'New Conversation',
      { type: 'conversation-created', conversation: { status: 'open', channel: 'webchat' } },
    ],
    ['Label Added', { type: 'label-added', labels: ['urgent'] }],
    ['Conversation Resolved', { type: 'conversation-resolved', conversation: { status: 'resolved' } }],
    ['Human Agent Assigned', { type: 'human-assigned', assignee: 'Senior agent' }],
  ])('is prefilled for %s (C72)', async (trigger, data) => {
    const driver = createManagementDriver()
    const { id } = await driver.read('POST', '/workflows', { name: 'T', dialect: 'conversation', trigger })

    const sample = await driver.read('GET', `/workflows/${id}/test`)

    expect(sample.trigger).toMatchObject({ message: { text: expect.any(String) }, ...data })
  })

  test('runs the draft with the edited sample, and labels the run (C73–C76, C82, I62)', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph('{{trigger.message.text}}'), {
      dialect: 'conversation',
    })
    await driver.read('PATCH', `/workflows/${id}`, sayGraph('Draft: {{trigger.message.text}}'))

    const { trigger } = await driver.read('GET', `/workflows/${id}/test`)
    const edited = { ...trigger, message: { text: 'Edited' } }
    const run = await driver.ask('POST', `/workflows/${id}/test`, { trigger: edited })
    await driver.read('POST', `/workflows/${id}/execute`, {})
    const tests = await driver.read('GET', '/runs?mode=test')

    expect(run.status).toBe(202)
    expect(idsOf(tests)).toEqual([run.body.id])
    expect(await driver.read('GET', `/runs/${run.body.id}`)).toMatchObject({
      mode: 'test',
      version: null,
      steps: [{}, { output: { text: 'Draft: Edited' } }],
    })
  })
})
