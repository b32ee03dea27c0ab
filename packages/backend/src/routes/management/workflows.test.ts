import { describe, expect, test } from 'vitest'
import { createManagementDriver } from '../../fixtures/management-driver.ts'
import { createPublished, sayGraph } from '../../fixtures/workflow-graphs.ts'

describe('creating', () => {
  test('makes a workflow with version 0, which is active at once (I02–I05, I38, I41, I62)', async () => {
    const driver = createManagementDriver()

    const made = await driver.ask('POST', '/workflows', {
      name: 'Patient Intake — Appointment Scheduling',
      description: 'Schedules.',
      category: 'Intake',
    })
    const { versions } = await driver.read('GET', `/workflows/${made.body.id}/versions`)

    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      name: 'Patient Intake — Appointment Scheduling',
      description: 'Schedules.',
      category: 'Intake',
      dialect: 'graph',
      status: 'draft',
      activeVersion: 0,
      versions: 1,
      executions: 0,
      nodes: [],
    })
    expect(versions).toMatchObject([{ number: 0, isActive: true }])
  })

  test('begins a conversation workflow with a trigger that is ready (C10, C11)', async () => {
    const driver = createManagementDriver()

    const usual = await driver.read('POST', '/workflows', { name: 'Welcome', dialect: 'conversation' })
    const chosen = await driver.read('POST', '/workflows', {
      name: 'Labels',
      dialect: 'conversation',
      trigger: { type: 'Label Added', config: { labels: ['urgent'] } },
    })

    expect(usual.nodes).toMatchObject([{ type: 'conversation-created', typeWord: 'New Conversation' }])
    expect(usual.statusWord).toBe('Draft')
    expect(chosen.trigger).toMatchObject({ type: 'label-added', typeWord: 'Label Added' })
    expect(chosen.nodes[0].config).toEqual({ labels: ['urgent'] })
  })

  test.each([
    [{}, 'name', '“name” is missing: it has to be a text.'],
    [{ name: '  ' }, 'name', 'A name needs at least one character that can be seen.'],
    [
      { name: 'A', dialect: 'klingon' },
      'dialect',
      '“dialect” has to be one of graph, agent, conversation, threadwork.',
    ],
    [
      { name: 'A', nmae: 1 },
      'nmae',
      '“nmae” is not a field of this request. Take it out, or look for its name in the reference.',
    ],
    [
      { name: 'A', trigger: 'Full Moon' },
      'trigger',
      '“Full Moon” is no trigger that is known. GET /node-types lists those that are.',
    ],
  ])('refuses %j with the field and a sentence', async (body, field, sentence) => {
    const driver = createManagementDriver()

    const answered = await driver.ask('POST', '/workflows', body)

    expect(answered.status).toBe(422)
    expect(answered.headers.get('content-type')).toContain('application/problem+json')
    expect(answered.body.errors).toEqual({ [field]: [sentence] })
  })
})

describe('the list', () => {
  const seeded = async () => {
    const driver = createManagementDriver()
    for (const [name, dialect] of [
      ['Beta', 'graph'],
      ['alpha', 'conversation'],
      ['Gamma', 'agent'],
    ]) {
      await driver.read('POST', '/workflows', { name, dialect, description: `About ${name}` })
      await driver.clock.advance(1000)
    }
    return driver
  }
  const names = (body: { workflows: readonly { name: string }[] }) => body.workflows.map(({ name }) => name)

  test('filters by status, searches names and descriptions, and sorts by any column (C02–C05, G20)', async () => {
    const driver = await seeded()
    await createPublished(driver, sayGraph(), { name: 'Delta' })

    expect(names(await driver.read('GET', '/workflows'))).toEqual(['Delta', 'Gamma', 'alpha', 'Beta'])
    expect(names(await driver.read('GET', '/workflows?status=active'))).toEqual(['Delta'])
    expect(names(await driver.read('GET', '/workflows?search=ABOUT%20G'))).toEqual(['Gamma'])
    expect(names(await driver.read('GET', '/workflows?sort=name'))).toEqual([
      'alpha',
      'Beta',
      'Delta',
      'Gamma',
    ])
    expect(names(await driver.read('GET', '/workflows?sort=name&order=desc'))).toEqual([
      'Gamma',
      'Delta',
      'Beta',
      'alpha',
    ])
    expect(names(await driver.read('GET', '/workflows?dialect=agent'))).toEqual(['Gamma'])
    for (const sort of [
      'description',
      'category',
      'trigger',
      'status',
      'versions',
      'executions',
      'createdAt',
    ]) {
      expect(names(await driver.read('GET', `/workflows?sort=${sort}`))).toHaveLength(4)
    }
  })

  test('pages by a cursor that outlives the row it was given at', async () => {
    const driver = await seeded()

    const first = await driver.read('GET', '/workflows?sort=name&limit=2')
    const last = first.workflows[1]
    await driver.read('DELETE', `/workflows/${last.id}?confirm=${last.name}`)
    const second = await driver.read('GET', `/workflows?sort=name&limit=2&cursor=${first.cursor}`)

    expect([names(first), first.total]).toEqual([['alpha', 'Beta'], 3])
    expect([names(second), second.total, second.cursor]).toEqual([['Gamma'], 2, null])
  })

  test.each(['limit=0', 'limit=x', 'sort=colour', 'staus=active', 'cursor=nothing'])(
    'refuses %s',
    async (query) => {
      const driver = createManagementDriver()

      expect((await driver.ask('GET', `/workflows?${query}`)).status).toBe(400)
    },
  )

  test('counts executions and versions (C02)', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph(), { dialect: 'conversation' })

    await driver.read('POST', `/workflows/${id}/execute`, {})
    await driver.read('POST', `/workflows/${id}/execute`, {})
    const { workflows } = await driver.read('GET', '/workflows?sort=executions')

    expect(workflows).toMatchObject([{ executions: 2, versions: 2 }])
  })
})
