import type { Rendered } from '@threadwork/engine'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { createKeyring, generateKey } from './keyring.ts'
import { masked } from './mask.ts'
import { type FillTarget, type Filled, type StoredSecret, createSecretVault } from './secret-vault.ts'
import { judgeSecretValue } from './secret-value.ts'
import { createSealer } from './sealer.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const value = 'sk-live-4eC39HqLyjWDarjtT1zdp7dc'
const spiky = 'a/b&c "d"\n'
const target = { teamId: 'team-1', host: 'api.example.com' }
const sealer = createSealer(createKeyring(generateKey()))
const shelves: Record<string, readonly StoredSecret[]> = {}
const shelf = { list: (teamId: string) => shelves[teamId] ?? [] }
const vault = createSecretVault(shelf, sealer)
const askVault = (rendered: Rendered, to: FillTarget = target): Promise<Filled> => vault.fill(rendered, to)

beforeAll(async () => {
  const seal = (name: string, text = value) => sealer.seal(text, { teamId: 'team-1', name })
  shelves['team-1'] = [
    { name: 'api_key', sealed: await seal('api_key'), hosts: ['api.example.com', '*.example.org'] },
    { name: 'loose', sealed: await seal('loose'), hosts: [] },
    { name: 'spiky', sealed: await seal('spiky', spiky), hosts: ['api.example.com'] },
    { name: 'moved', sealed: await seal('api_key'), hosts: ['api.example.com'] },
  ]
  // What somebody copied from one team to the other, in the store itself.
  shelves['team-2'] = shelves['team-1']
})

test('fills a secret in where its host is bound', async () => {
  expect(await askVault(['Bearer ', { secret: 'api_key' }, '!'], target)).toEqual({
    type: 'filled',
    text: `Bearer ${value}!`,
  })
})

test('writes a secret in the encoding of its slot', async () => {
  const slots = [
    { secret: 'spiky', encoding: 'url' as const },
    ' ',
    { secret: 'spiky', encoding: 'json' as const },
  ]

  expect(await askVault(slots)).toMatchObject({ text: `${encodeURIComponent(spiky)} a/b&c \\"d\\"\\n` })
})

test.each([
  [
    'api_key',
    'evil.test',
    'The secret “api_key” is not sent to evil.test: it is bound to api.example.com, *.example.org. Add evil.test to its hosts, or send the request there.',
  ],
  [
    'loose',
    'api.example.com',
    'The secret “loose” is bound to no host, so it is not sent to api.example.com. Name api.example.com among its hosts.',
  ],
  ['absent', 'api.example.com', 'There is no secret “absent”. Create it under global variables.'],
  [
    'moved',
    'api.example.com',
    'The secret “moved” cannot be opened: it was changed, or moved here from another team or name. Enter it again.',
  ],
])('names the secret and the host, never the value: %s for %s', async (secret, host, error) => {
  expect(await askVault([{ secret }], { ...target, host })).toEqual({ type: 'refused', error })
})

test('opens nothing that lies on another team’s shelf', async () => {
  const filled = await askVault([{ secret: 'api_key' }], { ...target, teamId: 'team-2' })

  expect(filled).toMatchObject({ type: 'refused', error: expect.stringContaining('cannot be opened') })
})

test(`fills in nothing that a run’s text asks for (SEED=${seed}) (I37)`, async () => {
  const asking = fc.constantFrom(
    '{{api_key}}',
    '{secret:api_key}',
    '{"secret":"api_key"}',
    '${api_key}',
    'api_key',
  )
  await fc.assert(
    fc.asyncProperty(fc.string(), asking, fc.string(), async (before, asked, after) => {
      const text = before + asked + after

      expect(await askVault([text], target)).toEqual({ type: 'filled', text })
      expect(await askVault([text], { ...target, host: 'evil.test' })).toEqual({ type: 'filled', text })
    }),
    { seed, numRuns: 200 },
  )
})

test('masks every secret of the team, and goes on past one that cannot be opened (I33)', async () => {
  const mask = await vault.mask('team-1')

  expect(mask.text(`it was ${value}`)).toBe(`it was ${masked}`)
  expect((await vault.mask('team-3')).text(value)).toBe(value)
})

test('refuses values that cannot be hidden, without repeating them', () => {
  expect(judgeSecretValue(value)).toBeNull()
  expect(judgeSecretValue('12345')).toContain('at least 6 characters')
  expect(judgeSecretValue(`${value}\n`)).toContain('without spaces or line breaks')
  expect(judgeSecretValue('x'.repeat(8193))).toContain('at most 8192')
})
