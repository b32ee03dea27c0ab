import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createPerformContext } from '../fixtures/outward.ts'
import { systemClock, systemRandom } from '../clock.ts'
import { createHttpPerformer } from '../net/http-performer.ts'
import { masked } from '../secrets/mask.ts'
import { createSecretVault } from '../secrets/secret-vault.ts'
import { createNodePorts } from './create-node-ports.ts'
import { readConfig } from './read-config.ts'

const portsOf = (env: Readonly<Record<string, string>>) => {
  const result = readConfig({ PORT: '0', DATABASE_URL: 'memory:', ...env })
  if (result.type === 'wrong') throw new Error(result.problems.join('\n'))
  return createNodePorts(result.config)
}
const [first, second] = ['ab'.repeat(32), 'cd'.repeat(32)]
const owner = { teamId: 'team-1', name: 'api_key' }

test('sends a sealed secret to a host that the operator allows, and masks what comes back (I15) (I33)', async () => {
  const server = createServer((request, response) =>
    response.end(`you sent ${request.headers.authorization}`),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const ports = portsOf({ ENCRYPTION_KEY: first, FETCH_ALLOW: host })
  const { http, sealer } = ports
  const sealed = await sealer.seal('s3cret-value', owner)
  const vault = createSecretVault({ list: () => [{ name: 'api_key', sealed, hosts: [host] }] }, sealer)
  const perform = createHttpPerformer({ http, vault, clock: systemClock, random: systemRandom })
  const get = (url: string) =>
    perform(
      {
        type: 'http',
        method: 'GET',
        url: [url],
        headers: [{ name: 'Authorization', value: ['Bearer ', { secret: 'api_key' }] }],
        body: null,
        timeoutMs: 5000,
        retries: 0,
      },
      createPerformContext(),
    )

  expect(await get(`http://${host}/`)).toMatchObject({
    output: { status: 200, body: `you sent Bearer ${masked}` },
  })
  expect(await get('http://127.0.0.1:1/')).toMatchObject({
    error: expect.stringContaining('“api_key” is not sent to'),
  })
  await ports.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

test('opens what an older key sealed, and refuses without a key', async () => {
  const before = await portsOf({ ENCRYPTION_KEY: first }).sealer.seal('s3cret-value', owner)

  expect(
    await portsOf({ ENCRYPTION_KEY: second, ENCRYPTION_KEYS_OLDER: first }).sealer.open(before, owner),
  ).toBe('s3cret-value')
  await expect(portsOf({ ENCRYPTION_KEY: second }).sealer.open(before, owner)).rejects.toThrow(
    'is not at hand',
  )
  await expect(portsOf({}).sealer.open(before, owner)).rejects.toThrow('ENCRYPTION_KEY is not set')
})
