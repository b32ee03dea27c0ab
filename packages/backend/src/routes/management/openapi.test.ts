import { nodeKinds } from '@threadwork/engine'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { createManagementDriver } from '../../fixtures/management-driver.ts'
import type { RouteEnv } from '../route.ts'
import { managementRoutes, referenceRoutes } from './management-routes.ts'
import { mountOperations } from './mount-operations.ts'
import { type ApiDocument, describeApi } from './openapi/api-document.ts'

const driver = createManagementDriver()
const api: ApiDocument = describeApi(driver.operations)
const addresses = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
)

test('describes every route, and no other', () => {
  const served = mountOperations(driver.operations).routes.map(
    ({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
  )

  expect(addresses.toSorted()).toEqual([...new Set(served)].toSorted())
  expect(addresses.length).toBeGreaterThan(60)
})

test('has the paths that the seed prints, letter for letter (I62)', () => {
  expect(addresses).toEqual(
    expect.arrayContaining([
      'POST /workflows',
      'PATCH /workflows/{id}',
      'POST /nodes',
      'POST /edges',
      'POST /workflows/{id}/execute',
      'GET /global-variables',
      'GET /settings/concurrency',
      'POST /workflows/{id}/test',
      'GET /workflows/{id}/schedules',
      'GET /workflows/{id}/versions',
    ]),
  )
})

test('is whole: every reference leads somewhere, every name is given once', () => {
  const text = JSON.stringify(api)
  const references = [...text.matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, place = '']) => place)
  const known = [
    ...Object.keys(api.components.schemas).map((name) => `schemas/${name}`),
    ...Object.keys(api.components.responses).map((name) => `responses/${name}`),
  ]
  const missing = references.filter((place) => !known.includes(place))
  const ids = driver.operations.map(({ id }) => id)

  expect(references.length).toBeGreaterThan(100)
  expect(missing).toEqual([])
  expect([...text.matchAll(/"\$ref":"(?!#\/components)/g)]).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})

test('says what bodies hold, what is left out, and what their limits are', () => {
  const schema = api.components.schemas['CreateEdge']

  expect(schema).toMatchObject({
    type: 'object',
    required: ['workflowId', 'source', 'target'],
    additionalProperties: false,
    properties: { type: { default: 'direct' }, priority: { type: 'integer' } },
  })
})

test('says what the config of every type of node takes', () => {
  const configs = [...nodeKinds.keys()].map((type) => api.components.schemas[`Config.${type}`])

  expect(configs.filter((schema) => schema === undefined)).toEqual([])
  expect(api.components.schemas['Config.http-request']).toMatchObject({
    properties: { method: { enum: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] }, url: { type: 'string' } },
  })
})

test('serves the document and a reference without a script, to everybody', async () => {
  const routes = new Hono<RouteEnv>()
    .route(
      '/',
      referenceRoutes(driver.context, () => 'n-1'),
    )
    .route('/', managementRoutes(driver.context))

  const document = await routes.request('/openapi.json')
  const page = await routes.request('/reference')
  const html = await page.text()

  expect(await document.json()).toEqual(JSON.parse(JSON.stringify(api)))
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'nonce-n-1'")
  expect(html).not.toMatch(/<script|https?:\/\/|javascript:/i)
  for (const { id } of driver.operations) expect(html).toContain(`id="${id}"`)
  const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => `id="${anchor}"`)
  expect(anchors.filter((anchor) => !html.includes(anchor))).toEqual([])
})
