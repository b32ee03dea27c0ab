import { expect, test } from 'vitest'
import { seedOfRun } from './fixtures/gate/draw.ts'
import { tellFigure } from './fixtures/gate/figure.ts'
import { findSecrets } from './fixtures/gate/find-secret.ts'
import { scanApiKey, scanNaiveProxy, scanSessions } from './fixtures/gate/secret-scan.ts'

const seed = seedOfRun()

test('sends a browser no token and no secret, whatever the upstream repeats', async () => {
  const { figure, bytes } = await scanSessions({ ways: 3, seed })

  console.log(`${tellFigure(figure)}, ${bytes} bytes`)
  expect(bytes).toBeGreaterThan(200_000)
  expect(figure).toMatchObject({ failed: 0, worst: '' })
}, 120_000)

test('sends a browser no key of the API-key mode', async () => {
  const { figure, bytes } = await scanApiKey({ ways: 2, seed })

  console.log(`${tellFigure(figure)}, ${bytes} bytes`)
  expect(figure).toMatchObject({ failed: 0, worst: '' })
}, 120_000)

test('finds what a proxy shows that passes on what the upstream says', async () => {
  const { figure } = await scanNaiveProxy({ ways: 1, seed })

  // In each of the four.
  expect(figure.failed).toBe(4)
})

test.each([
  ['raw', (secret: string) => secret],
  ['base64', (secret: string) => Buffer.from(secret).toString('base64')],
  ['base64', (secret: string) => Buffer.from(`ab${secret}cd`).toString('base64url')],
  ['base64', (secret: string) => Buffer.from(`{"a":"${secret}"}`).toString('base64')],
  ['hex', (secret: string) => Buffer.from(secret).toString('hex').toUpperCase()],
  ['url', (secret: string) => Buffer.from(secret).toString('hex').replaceAll(/../g, '%$&')],
])('finds a secret that is written as %s', (encoding, write) => {
  const secret = 'a planted/secret+of 7'

  const found = findSecrets(Buffer.from(`before ${write(secret)} after`), { secret })

  expect(found).toContain(`secret as ${encoding}`)
  expect(findSecrets(Buffer.from('nothing of it'), { secret })).toEqual([])
})
