import { createRequire } from 'node:module'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { HttpAnswer, HttpPort, HttpRequest } from '../../net/http-port.ts'
import { createDraw, privateFours, spell4 } from './fixtures/address-forms.ts'
import { type SsrfInput, makeInputs } from './fixtures/ssrf-inputs.ts'
import { type SsrfWorld, attackerAddress, createSsrfWorld } from './fixtures/ssrf-world.ts'
import { createWeakHttp, weakGuards } from './fixtures/weak-guards.ts'
import { createNodeHttp } from './node-http.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const require = createRequire(import.meta.url)
// Written by others, as plain lists of strings.
const listed = require('ssrfcheck/tests/data/should-not-pass.js') as readonly string[]
const harmless = require('ssrfcheck/tests/data/should-pass.js') as readonly string[]

let world: SsrfWorld
beforeEach(async () => {
  world = await createSsrfWorld()
})
afterEach(() => world.close())

const asking = (url: string): HttpRequest => ({
  method: 'GET',
  url,
  headers: [],
  body: null,
  isBodySecret: false,
  followsRedirects: true,
  timeoutMs: 5000,
  maxBytes: 1000,
})
const send = (http: HttpPort, url: string): Promise<HttpAnswer> =>
  http.send(asking(url), new AbortController().signal)

/** The inputs that the canary heard of: by a new connection, or by a request on an older one. */
async function reaching(http: HttpPort, inputs: readonly SsrfInput[]): Promise<readonly SsrfInput[]> {
  const reached: SsrfInput[] = []
  const heard = (): number => world.canary.connections + world.canary.requests
  for (const input of inputs) {
    const before = heard()
    await send(http, input.url)
    if (heard() > before) reached.push(input)
  }
  return reached
}

const counted = (inputs: readonly SsrfInput[]): string =>
  ['url', 'redirect', 'name', 'rebinding', 'list']
    .map((way) => `${way} ${inputs.filter((input) => input.way === way).length}`)
    .join(', ')

describe(`requests that want to get in (SEED=${seed})`, () => {
  test('reach no private address, whichever way they come', async () => {
    const inputs = makeInputs(world, createDraw(seed), listed)
    const http = createNodeHttp({ ...world, allowHosts: ['allowed.test:8080'] })

    const reached = await reaching(http, inputs)

    console.log(`SSRF: ${inputs.length} inputs (${counted(inputs)}): ${reached.length} reached the canary`)
    expect(inputs.length).toBeGreaterThan(600)
    expect(reached).toEqual([])
    expect(world.canary.connections).toBe(0)
    await http.close()
  })

  test.each(weakGuards)('reach the canary past a weak guard: %s', async (guard) => {
    const inputs = makeInputs(world, createDraw(seed), listed)

    const reached = await reaching(createWeakHttp(guard, world), inputs)

    console.log(
      `SSRF control “${guard}”: ${reached.length} of ${inputs.length} reached (${counted(reached)})`,
    )
    expect(reached.length).toBeGreaterThan(50)
  })

  test('reach nothing of this machine over a real connection, in any spelling', async () => {
    const { port } = world.canary
    const hosts = [
      ...privateFours(createDraw(seed), 8)
        .filter(([first]) => first === 127 || first === 0)
        .flatMap(spell4),
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      'localhost',
      'LOCALHOST.',
      'localhost:80@localhost',
    ]
    const inputs = hosts.map((host): SsrfInput => ({ way: 'url', url: `http://${host}:${port}/` }))
    const http = createNodeHttp()

    const reached = await reaching(http, inputs)
    const withoutGuard = await reaching(
      createNodeHttp({ allowHosts: ['127.0.0.1', 'localhost', '[::1]'] }),
      inputs,
    )

    console.log(
      `SSRF over TCP: ${reached.length} of ${inputs.length} reached; ${withoutGuard.length} when the host is allowed`,
    )
    expect(reached).toEqual([])
    expect(withoutGuard.length).toBeGreaterThan(10)
    await http.close()
  })
})

test('says nothing to a private address that a public one turned out to be', async () => {
  const http = createNodeHttp({
    ...world,
    // A network that leads elsewhere than the address says, and a socket that tells so.
    dial: (to) => world.dial({ ...to, addresses: [{ address: '127.0.0.1', family: 4 }] }),
  })

  const answer = await send(http, 'http://attacker.test/')

  expect(answer).toMatchObject({ type: 'failed', reason: 'refused' })
  expect(world.canary.requests).toBe(0)
})

test('lets public addresses through', async () => {
  const http = createNodeHttp(world)
  const names = harmless.filter((url) => /^http:\/\/[^[\d]/.test(url))

  const answers = await Promise.all(names.map((url) => send(http, url)))

  expect(answers.length).toBeGreaterThan(12)
  expect(answers.filter(({ type }) => type !== 'answered')).toEqual([])
  expect(await send(http, `http://${attackerAddress}/`)).toMatchObject({ status: 200 })
})

test('lifts the guard for exactly the host and port that an operator allows', async () => {
  world.name('inside.test', ['10.0.0.7'])
  world.name('deep.inside.test', ['10.0.0.7'])
  const http = createNodeHttp({ ...world, allowHosts: ['inside.test:8080', '10.0.0.9'] })
  const reach = async (url: string): Promise<string> => (await send(http, url)).type

  expect(await reach('http://inside.test:8080/')).toBe('answered')
  expect(await reach('http://INSIDE.test.:8080/')).toBe('answered')
  expect(await reach('http://10.0.0.9:22/')).toBe('answered')
  for (const url of [
    'http://inside.test/',
    'http://inside.test:8081/',
    'http://deep.inside.test:8080/',
    'http://inside.test:8080@10.0.0.7/',
    'http://10.0.0.7:8080/',
    'http://10.0.0.90/',
  ])
    expect([url, await reach(url)]).toEqual([url, 'failed'])
})
