import { describe, expect, test } from 'vitest'
import { createManagementDriver } from '../../fixtures/management-driver.ts'
import { askGraph, callGraph, createPublished, sayGraph } from '../../fixtures/workflow-graphs.ts'

const idsOf = (body: { runs: readonly { id: string }[] }) => body.runs.map(({ id }) => id)

describe('runs', () => {
  const failing = async () => {
    const outcomes = [false, true]
    const driver = createManagementDriver({
      reach: () =>
        Promise.resolve(
          outcomes.shift()
            ? { type: 'succeeded', output: { status: 200, headers: {}, body: {} } }
            : { type: 'failed', error: 'The order service answered 500.' },
        ),
    })
    const id = await createPublished(driver, callGraph('https://api.example.com/orders'))
    const run = await driver.read('POST', `/workflows/${id}/execute`, { input: { order: 'A-1' } })
    await driver.settle()
    return { driver, id, runId: run.id }
  }

  test('tell what failed, with input, output, timing and error of each step (I59, C78–C81)', async () => {
    const { driver, runId } = await failing()

    const run = await driver.read('GET', `/runs/${runId}`)

    expect(run).toMatchObject({
      status: 'failed',
      statusWord: 'Failed',
      error: 'The order service answered 500.',
      trigger: { type: 'manual' },
      startedAt: expect.any(String),
    })
    expect(run.steps[1]).toMatchObject({
      id: 'call',
      typeWord: 'HTTP_REQUEST',
      status: 'failed',
      statusWord: 'Failed',
      error: 'The order service answered 500.',
      attempt: 1,
      startedAt: expect.any(String),
      durationMs: expect.any(Number),
    })
  })

  test('go on from the failed step, once', async () => {
    const { driver, runId } = await failing()

    const retried = await driver.ask('POST', `/runs/${runId}/retry`, {})
    await driver.settle()
    const run = await driver.read('GET', `/runs/${runId}`)
    const again = await driver.ask('POST', `/runs/${runId}/retry`, {})

    expect(retried.status).toBe(202)
    expect(run).toMatchObject({ status: 'completed', steps: [{ attempt: 1 }, { attempt: 2 }, {}] })
    expect([404, 409, 410]).toContain(again.status)
  })

  test('give their input to be executed again', async () => {
    const { driver, id, runId } = await failing()

    const input = await driver.read('GET', `/runs/${runId}/input`)
    const again = await driver.read('POST', `/workflows/${id}/execute`, {
      version: input.version,
      input: input.input,
    })

    expect(input).toEqual({
      version: 0,
      input: { order: 'A-1' },
      trigger: { type: 'manual' },
      conversationId: null,
    })
    expect(again.input).toEqual({ order: 'A-1' })
  })

  test('are cancelled (I60), and then are over', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, askGraph)
    const run = await driver.read('POST', `/workflows/${id}/execute`, {})

    const cancelled = await driver.ask('POST', `/runs/${run.id}/cancel`)
    const again = await driver.ask('POST', `/runs/${run.id}/cancel`)
    const late = await driver.ask('POST', `/runs/${run.id}/answer`, {
      stepId: 'ask',
      values: { email: 'a@b.de' },
    })

    expect([cancelled.status, cancelled.body.statusWord]).toEqual([202, 'Cancelled'])
    expect([again.status, late.status]).toEqual([410, 410])
  })

  test('refuse the values of a form that its fields do not take', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, askGraph)
    const run = await driver.read('POST', `/workflows/${id}/execute`, {})

    const answered = await driver.ask('POST', `/runs/${run.id}/answer`, {
      stepId: 'ask',
      values: { email: 'nobody' },
    })

    expect([answered.status, Object.keys(answered.body.errors)]).toEqual([422, ['email']])
  })

  test('are listed by workflow, status in any words, and text, newest first and in pages (C20, G22)', async () => {
    const { driver, id, runId } = await failing()
    const other = await createPublished(driver, sayGraph(), { name: 'Greeting', dialect: 'conversation' })
    await driver.clock.advance(1000)
    const second = await driver.read('POST', `/workflows/${other}/execute`, {})
    await driver.settle()

    expect(idsOf(await driver.read('GET', '/runs'))).toEqual([second.id, runId])
    expect(idsOf(await driver.read('GET', `/runs?workflowId=${id}`))).toEqual([runId])
    expect(idsOf(await driver.read('GET', '/runs?status=Completed'))).toEqual([second.id])
    expect(idsOf(await driver.read('GET', '/runs?status=failed'))).toEqual([runId])
    expect(idsOf(await driver.read('GET', '/runs?search=answered%20500'))).toEqual([runId])
    expect(idsOf(await driver.read('GET', '/runs?sort=workflowName&order=asc&limit=1'))).toEqual([second.id])
    expect((await driver.ask('GET', '/runs?status=lost')).status).toBe(400)
  })
})

describe('a run’s progress', () => {
  const eventsOf = (text: string) => [...text.matchAll(/^event: (.+)$/gm)].map(([, name]) => name)

  test('is told from the run as it stands to the run as it ended', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, askGraph)
    const run = await driver.read('POST', `/workflows/${id}/execute`, {})

    const stream = await driver.fetch('GET', `/runs/${run.id}/events`)
    const text = stream.text()
    await driver.read('POST', `/runs/${run.id}/answer`, { stepId: 'ask', values: { email: 'a@b.de' } })

    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    expect(eventsOf(await text)).toEqual([
      'run',
      'question-answered',
      'step-completed',
      'workflow-completed',
      'run',
    ])
    expect((await text).match(/"status":"completed"/g)?.length).toBeGreaterThan(0)
  })

  test('says that there is nothing more to whoever read the last of it', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph())
    const run = await driver.read('POST', `/workflows/${id}/execute`, {})
    const text = await (await driver.fetch('GET', `/runs/${run.id}/events`)).text()
    const lastId = /^id: (\d+)$/m.exec(text)?.[1] ?? ''

    const again = await driver.fetch('GET', `/runs/${run.id}/events`, undefined, { 'Last-Event-ID': lastId })

    expect(again.status).toBe(204)
  })

  test('keeps the line open, and lets go of the run with its reader', async () => {
    const driver = createManagementDriver({ pingMs: 1000 })
    const id = await createPublished(driver, askGraph)
    const run = await driver.read('POST', `/workflows/${id}/execute`, {})
    const reader = (await driver.fetch('GET', `/runs/${run.id}/events`)).body?.getReader()
    await reader?.read()

    const ping = reader?.read()
    await driver.clock.advance(1000)
    const line = new TextDecoder().decode((await ping)?.value)
    await reader?.cancel()

    expect(line).toBe(': still there\n\n')
    expect(driver.defects).toEqual([])
  })
})

describe('a run that is asked for', () => {
  test.each([
    'message',
    'contact',
    'conversation',
    'session',
    'steps',
    'trigger',
    'now',
    'workflow_invoke_count',
  ])('takes no variable called %s, for the runtime gives it its value (I34)', async (name) => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph())

    const refused = await driver.ask('POST', `/workflows/${id}/execute`, { input: { [name]: 'x' } })

    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body)).toContain(
      `“${name}” is reserved: the runtime gives it its value. Choose another name.`,
    )
    expect((await driver.read('GET', '/runs')).runs).toEqual([])
  })

  test('is listed for its team without anybody else’s being read', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph())
    for (let count = 0; count < 3; count += 1) await driver.read('POST', `/workflows/${id}/execute`, {})
    const read: string[] = []
    const get = driver.store.get.bind(driver.store)
    const list = driver.store.list.bind(driver.store)
    driver.store.get = (collection, key) => (collection === 'runs' && read.push(key), get(collection, key))
    driver.store.list = (collection, parent) => {
      if (collection === 'runs') read.push(`all of ${parent}`)
      return list(collection, parent)
    }

    const theirs = await driver.read('GET', '/runs', undefined, { 'X-IDP-User-Id': 'bob' })
    const whole = [...read]
    const mine = await driver.read('GET', '/runs')

    expect([theirs.runs, whole]).toEqual([[], []])
    expect(mine.runs).toHaveLength(3)
    expect(read).not.toContain('all of null')
  })
})
