import { describe, expect, test } from 'vitest'
import { createDriver } from '../../fixtures/driver.ts'
import { sayGraph } from '../../fixtures/workflow-graphs.ts'
import { createManagementDriver } from '../../fixtures/management-driver.ts'

describe('the workflow API of a backend', () => {
  test.each(['', '/api'])('stands at the prefix “%s” (I62)', async (prefix) => {
    const driver = createDriver()
    const post = async (path: string, body: object) =>
      (await driver.request('POST', `${prefix}${path}`, body)).json()

    const { id } = await post('/workflows', { name: 'Greeting' })
    await driver.request('PATCH', `${prefix}/workflows/${id}`, sayGraph('Hello {{who}}'))
    const run = await post(`/workflows/${id}/execute`, { input: { who: 'Ada' } })
    await driver.clock.advance(1)
    const done = await driver.read(`${prefix}/runs/${run.id}`)

    expect(done).toMatchObject({ status: 'completed', steps: [{}, { output: { text: 'Hello Ada' } }] })
  })

  test('is for those who are signed in, at every address', async () => {
    const driver = createDriver({ authenticate: () => null })
    const { operations } = createManagementDriver()

    const statuses = await Promise.all(
      operations.flatMap(({ method, path }) =>
        ['', '/api'].map(async (prefix) => {
          const address = `${prefix}${path.replaceAll(/:\w+/g, '1')}`
          return (await driver.request(method.toUpperCase(), address)).status
        }),
      ),
    )

    expect(statuses.length).toBeGreaterThan(140)
    expect(new Set(statuses)).toEqual(new Set([401]))
  })

  test('keeps the workflows of a team for all of its members, and for nobody else', async () => {
    const teams: Readonly<Record<string, string>> = { ada: 'care', bob: 'care', eve: 'sales' }
    const driver = createDriver({
      authenticate: (request) => {
        const userId = request.headers.get('X-IDP-User-Id') ?? ''
        return { userId, teamId: teams[userId] ?? userId }
      },
    })
    const as = (user: string) => ({ 'X-IDP-User-Id': user })
    const made = await driver.request('POST', '/workflows', { name: 'Shared' }, as('ada'))
    const { id } = await made.json()

    const [bob, eve] = await Promise.all(
      ['bob', 'eve'].map((user) => driver.request('GET', `/workflows/${id}`, undefined, as(user))),
    )

    expect([bob?.status, eve?.status]).toEqual([200, 404])
  })

  test('describes itself to everybody, at both places', async () => {
    const driver = createDriver({ authenticate: () => null })

    for (const prefix of ['', '/api']) {
      const document = await driver.request('GET', `${prefix}/openapi.json`)
      const page = await driver.request('GET', `${prefix}/reference`)

      expect((await document.json()).openapi).toBe('3.1.0')
      expect(page.headers.get('content-type')).toContain('text/html')
      await page.text()
    }
  })

  test('takes a workflow of 4 MB with its versions, and other bodies of 256 KB', async () => {
    const driver = createDriver()
    const node = (index: number): object => ({
      id: `n${index}`,
      type: 'end',
      name: 'x',
      config: { text: 'y'.repeat(60_000) },
    })
    const graph = { nodes: Array.from({ length: 20 }, (_, index) => node(index)), edges: [], settings: {} }
    const document = {
      format: 'threadwork.workflow/1',
      words: 'threadwork',
      dialect: 'threadwork',
      name: 'Large',
      versions: [{ number: 0, name: 'v0', graph }],
    }

    const large = await driver.request('POST', '/workflows/import', document)
    const tooLarge = await driver.request('POST', '/workflows/import', {
      ...document,
      name: 'x'.repeat(4_200_000),
    })
    const variable = await driver.request('POST', '/global-variables', {
      name: 'a',
      value: 'x'.repeat(300_000),
    })

    expect([large.status, tooLarge.status, variable.status]).toEqual([201, 413, 413])
  })
})
