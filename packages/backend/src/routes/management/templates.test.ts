import { exampleWorkflows } from '@threadwork/engine'
import { describe, expect, test } from 'vitest'
import { createManagementDriver } from '../../fixtures/management-driver.ts'

describe('templates', () => {
  test('are listed with what they need (C83)', async () => {
    const driver = createManagementDriver()

    const { templates } = await driver.read('GET', '/templates')
    const dialects = new Set(templates.map((each: { dialect: string }) => each.dialect))

    expect(templates).toHaveLength(exampleWorkflows.length)
    expect([...dialects].toSorted((one, other) => (String(one) < String(other) ? -1 : 1))).toEqual([
      'agent',
      'conversation',
      'graph',
    ])
  })

  test.each(exampleWorkflows.map(({ id }) => id))(
    'become a workflow that can be published, once the team has its secrets: %s (C83)',
    async (id) => {
      const driver = createManagementDriver()
      const template = await driver.read('GET', `/templates/${id}`)
      for (const { name, hosts } of template.secrets) {
        await driver.read('POST', '/global-variables', {
          name,
          value: 'sk-of-the-team',
          is_secret: true,
          hosts,
        })
      }

      const made = await driver.ask('POST', `/templates/${id}/workflows`, { name: 'Mine' })
      const published = await driver.ask('POST', `/workflows/${made.body.id}/publish`, {})
      const { variables } = await driver.read('GET', '/global-variables')

      expect(made.status).toBe(201)
      expect(made.body).toMatchObject({
        name: 'Mine',
        status: 'draft',
        dialect: template.dialect,
        nodes: template.nodes,
      })
      expect(published.body).toMatchObject({ status: 'active' })
      expect(variables.map((each: { name: string }) => each.name)).toEqual(
        expect.arrayContaining(template.variables),
      )
    },
  )

  test('leave a variable alone that the team has already', async () => {
    const driver = createManagementDriver()
    const template = exampleWorkflows.find(({ globals }) => Object.keys(globals).length > 0)
    const [name = ''] = Object.keys(template?.globals ?? {})
    await driver.read('POST', '/global-variables', { name, value: 'ours' })

    await driver.read('POST', `/templates/${template?.id}/workflows`, {})

    expect((await driver.read('GET', `/global-variables/${name}`)).value).toBe('ours')
  })

  test('are not there under another name', async () => {
    const driver = createManagementDriver()

    expect((await driver.ask('POST', '/templates/none/workflows', {})).status).toBe(404)
  })
})
