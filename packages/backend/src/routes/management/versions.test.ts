import { describe, expect, test } from 'vitest'
import { createManagementDriver } from '../../fixtures/management-driver.ts'
import { askGraph, createPublished, createWithDraft, sayGraph } from '../../fixtures/workflow-graphs.ts'

const textOf = (body: { nodes: readonly { config: { text?: string } }[] }) => body.nodes[1]?.config.text

describe('versions', () => {
  test('keeps a named one, and activates exactly one (I40, I42, I43, C70, C71)', async () => {
    const driver = createManagementDriver()
    const id = await createWithDraft(driver, sayGraph('One'))

    const made = await driver.ask('POST', `/workflows/${id}/versions`, { name: 'v1 — Initial Release' })
    const activated = await driver.read('POST', `/workflows/${id}/versions/1/activate`)
    const { versions } = await driver.read('GET', `/workflows/${id}/versions`)

    expect([made.status, made.body.name, made.body.isActive]).toEqual([201, 'v1 — Initial Release', false])
    expect([activated.activeVersion, activated.status]).toEqual([1, 'active'])
    expect(versions.map((version: { isActive: boolean }) => version.isActive)).toEqual([false, true])
  })

  test('refuses to activate what cannot run, or what is not there', async () => {
    const driver = createManagementDriver()
    const { id } = await driver.read('POST', '/workflows', { name: 'Empty' })

    const empty = await driver.ask('POST', `/workflows/${id}/versions/0/activate`)
    const missing = await driver.ask('POST', `/workflows/${id}/versions/7/activate`)
    const odd = await driver.ask('GET', `/workflows/${id}/versions/newest`)

    expect([empty.status, missing.status, odd.status]).toEqual([422, 404, 404])
    expect(empty.body.detail).toContain('Version 0 cannot be activated.')
    expect(empty.body.problems).not.toEqual([])
  })

  test('leaves runs that are under way on theirs (I44), and runs a given one (I45)', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, askGraph, { dialect: 'conversation' })
    const parked = await driver.read('POST', `/workflows/${id}/execute`, {})
    await driver.read('PATCH', `/workflows/${id}`, sayGraph('Two'))
    await driver.read('POST', `/workflows/${id}/publish`, {})

    const newer = await driver.read('POST', `/workflows/${id}/execute`, {})
    const older = await driver.read('POST', `/workflows/${id}/execute`, { version: 1 })
    const answered = await driver.ask('POST', `/runs/${parked.id}/answer`, {
      stepId: 'ask',
      values: { email: 'a@b.de' },
    })
    await driver.settle()

    expect([newer.version, older.version]).toEqual([2, 1])
    expect(answered.status).toBe(202)
    expect(await driver.read('GET', `/runs/${parked.id}`)).toMatchObject({ version: 1, status: 'completed' })
  })

  test('edits any of them (I49, I51), and only that one', async () => {
    const driver = createManagementDriver()
    const id = await createWithDraft(driver, sayGraph('One'), { dialect: 'conversation' })
    await driver.read('POST', `/workflows/${id}/save`, {})

    const changed = await driver.read('PATCH', `/workflows/${id}/versions/1`, {
      name: 'First',
      ...sayGraph('Changed'),
    })
    const byWorkflow = await driver.read('PATCH', `/workflows/${id}`, {
      version: 1,
      settings: { concurrency: 3 },
    })

    expect([changed.name, textOf(changed)]).toEqual(['First', 'Changed'])
    expect(byWorkflow).toMatchObject({ version: 1, settings: { concurrency: 3, presentation: 'card' } })
    expect(textOf(await driver.read('GET', `/workflows/${id}`))).toBe('One')
    expect(textOf(await driver.read('GET', `/workflows/${id}?version=1`))).toBe('Changed')
  })

  test('compares by node, edge and field, wherever nodes lie (I46)', async () => {
    const driver = createManagementDriver()
    const id = await createWithDraft(driver, sayGraph('One'), { dialect: 'conversation' })
    await driver.read('POST', `/workflows/${id}/save`, {})
    const { nodes, edges } = sayGraph('Two')
    await driver.read('PATCH', `/workflows/${id}`, {
      nodes: nodes.map((node) => ({ ...node, position: { x: 90, y: 9 } })),
      edges,
    })

    const { changes } = await driver.read('GET', `/workflows/${id}/versions/compare?from=1&to=draft`)
    const same = await driver.read('GET', `/workflows/${id}/versions/compare?from=1&to=1`)

    expect(changes).toEqual([
      { type: 'changed', part: 'node', id: 'say', path: ['config', 'text'], before: 'One', after: 'Two' },
    ])
    expect(same.changes).toEqual([])
  })

  test('loads an earlier one into the draft, and rolls back to it (I47)', async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph('One'), { dialect: 'conversation' })
    await driver.read('PATCH', `/workflows/${id}`, sayGraph('Two'))
    await driver.read('POST', `/workflows/${id}/publish`, {})

    const loaded = await driver.read('POST', `/workflows/${id}/versions/1/restore`, {})
    const rolledBack = await driver.read('POST', `/workflows/${id}/versions/1/restore`, { activate: true })

    expect([textOf(loaded), loaded.activeVersion]).toEqual(['One', 2])
    expect([textOf(rolledBack), rolledBack.activeVersion, rolledBack.versions]).toEqual(['One', 1, 3])
  })
})

describe('clones', () => {
  const threeVersions = async () => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph('One'), { dialect: 'conversation' })
    await driver.read('PATCH', `/workflows/${id}`, sayGraph('Two'))
    await driver.read('POST', `/workflows/${id}/save`, {})
    return { driver, id }
  }
  const numbers = (body: { versions: readonly { number: number }[] }) =>
    body.versions.map(({ number }) => number)

  test('copies all versions, or those that are named, under a new name (I50)', async () => {
    const { driver, id } = await threeVersions()

    const all = await driver.ask('POST', `/workflows/${id}/clone`, { name: 'Copy', versions: 'all' })
    const some = await driver.read('POST', `/workflows/${id}/clone`, { name: 'Some', versions: [0, 2] })

    expect(all.status).toBe(201)
    expect(all.body).toMatchObject({
      name: 'Copy',
      status: 'draft',
      activeVersion: 1,
      versions: 3,
      executions: 0,
    })
    expect(numbers(await driver.read('GET', `/workflows/${some.id}/versions`))).toEqual([0, 2])
    expect([some.activeVersion, textOf(some)]).toEqual([2, 'Two'])
  })

  test('is a workflow of its own', async () => {
    const { driver, id } = await threeVersions()
    const clone = await driver.read('POST', `/workflows/${id}/clone`, { name: 'Copy' })

    await driver.read('PATCH', `/workflows/${clone.id}/versions/1`, sayGraph('Mine'))

    expect(textOf(await driver.read('GET', `/workflows/${id}/versions/1`))).toBe('One')
  })

  test('refuses a version that is not there, with those that are', async () => {
    const { driver, id } = await threeVersions()

    const answered = await driver.ask('POST', `/workflows/${id}/clone`, { name: 'Copy', versions: [9] })

    expect(answered.status).toBe(422)
    expect(answered.body.errors.versions).toEqual([
      'The workflow “Order help” has no version 9. It has: 0, 1, 2.',
    ])
  })
})

describe('documents', () => {
  test.each(['dialect', 'threadwork'])('come back as they went, in the words of: %s (I48)', async (words) => {
    const driver = createManagementDriver()
    const id = await createPublished(driver, sayGraph('One'), { dialect: 'conversation', category: 'Care' })

    const document = await driver.read('GET', `/workflows/${id}/export?words=${words}`)
    const copy = await driver.ask('POST', '/workflows/import', document)
    const again = await driver.read('GET', `/workflows/${copy.body.id}/export?words=${words}`)

    expect([copy.status, copy.body.status]).toEqual([201, 'draft'])
    expect(again).toEqual(document)
    expect(document.draft.nodes[1].type).toBe(words === 'dialect' ? 'Send Message' : 'send-message')
  })

  test('keep a type of node that nobody knows (I20)', async () => {
    const driver = createManagementDriver()
    const odd = { id: 'odd', type: 'QUANTUM_LEAP', name: 'Leap', config: { deep: [{ x: 1 }] }, colour: 'red' }
    const id = await createWithDraft(driver, { nodes: [odd], edges: [] })

    const document = await driver.read('GET', `/workflows/${id}/export`)
    const copy = await driver.read('POST', '/workflows/import', document)

    expect(document.draft.nodes).toEqual([odd])
    expect(copy.nodes).toMatchObject([{ type: 'QUANTUM_LEAP', config: odd.config, extra: { colour: 'red' } }])
    expect((await driver.ask('POST', `/workflows/${copy.id}/publish`, {})).status).toBe(422)
  })

  test('are refused with the place of what is wrong', async () => {
    const driver = createManagementDriver()
    const graph = {
      nodes: [
        { id: 'a', type: 'end', name: 'A' },
        { id: 'a', type: 'end', name: 'B' },
      ],
      edges: [],
      settings: {},
    }
    const document = { format: 'threadwork.workflow/1', words: 'threadwork', dialect: 'graph', name: 'X' }

    const twice = await driver.ask('POST', '/workflows/import', {
      ...document,
      versions: [{ number: 0, name: '', graph }],
    })
    const alien = await driver.ask('POST', '/workflows/import', { ...document, format: 'n8n', versions: [] })

    expect(Object.keys(twice.body.errors)).toEqual(['versions[0].graph.nodes'])
    expect(alien.body.errors.format).toEqual(['“format” has to be threadwork.workflow/1.'])
  })
})
