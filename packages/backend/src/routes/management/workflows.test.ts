import { expect, test } from 'vitest'
import { createManagementDriver } from '../../fixtures/management-driver.ts'

test('makes a workflow with version 0, which is active at once (I38, I41, I62)', async () => {
  const driver = createManagementDriver()

  const made = await driver.ask('POST', '/workflows', {
    name: 'Patient Intake',
    description: 'Schedules.',
    category: 'Intake',
  })
  const { versions } = await driver.read('GET', `/workflows/${made.body.id}/versions`)

  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    name: 'Patient Intake',
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
