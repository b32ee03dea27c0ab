import { createBackend, createMemoryStore } from '@threadwork/backend'
import { expect, test } from 'vitest'
import { findRoute, routes } from '../../../packages/bff/src/route.ts'

interface Parameter {
  readonly name: string
  readonly in: string
}

interface Described {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: unknown
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>
}

const describeApi = async (): Promise<readonly (readonly [string, string, Described])[]> => {
  const backend = createBackend({ store: createMemoryStore(), authenticate: async () => null })
  const answer = await backend.app.request('/api/openapi.json')
  backend.close()
  // The backend's own document; its form is proved where it is written.
  const { paths } = (await answer.json()) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => [method.toUpperCase(), path, described] as const),
  )
}

const parametersIn = (place: string, { parameters = [] }: Described): readonly string[] =>
  parameters.flatMap((parameter) => (parameter.in === place ? [parameter.name.toLowerCase()] : [])).sort()

test('lets a page reach every operation of the workflow API, with its query and its headers', async () => {
  const operations = await describeApi()

  expect(operations.length).toBeGreaterThan(70)
  for (const [method, path, described] of operations) {
    const found = findRoute(method, `/api${path.replaceAll(/\{\w+\}/g, 'id-1')}`)
    expect(found, `${method} ${path}`).toMatchObject({
      path: `/api${path.replaceAll(/\{\w+\}/g, 'id-1')}`,
      route: { method, base: 'origin' },
    })
    if (typeof found === 'string') continue
    const { route } = found
    expect(route.query.map((name) => name.toLowerCase()).sort(), `${method} ${path}`).toEqual(
      parametersIn('query', described),
    )
    const headers = parametersIn('header', described).filter((name) => name !== 'last-event-id')
    expect([...route.headers].sort(), `${method} ${path}`).toEqual(headers)
    const isStream = Object.values(described.responses).some(({ content }) => content?.['text/event-stream'])
    expect(route.kind, `${method} ${path}`).toBe(isStream ? 'stream' : 'plain')
    if (method !== 'GET' && method !== 'DELETE') expect(route.maxBody).toBeGreaterThan(0)
  }
})

test('names no workflow route that the backend does not serve', async () => {
  const served = new Set(
    (await describeApi()).map(([method, path]) => `${method} /api${path.replaceAll(/\{\w+\}/g, ':x')}`),
  )

  const ours = routes
    .filter(({ pattern }) => pattern.startsWith('/api/') && !pattern.startsWith('/api/chat/'))
    .map(({ method, pattern }) => `${method} ${pattern.replaceAll(/:\w+/g, ':x')}`)

  expect(ours.filter((route) => !served.has(route))).toEqual(['GET /api/openapi.json'])
})
