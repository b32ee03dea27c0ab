import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../base64.ts'
import { keptKey } from './kept-key.ts'
import { createKeyring, generateKey } from './keyring.ts'
import { createSealer, missingKeySentence } from './sealer.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31)
const owner = { teamId: 'team-1', name: 'api_key' }

describe(`sealing (SEED=${seed})`, () => {
  test('opens what it sealed, for its owner alone', async () => {
    const sealer = createSealer(createKeyring(generateKey()))
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.string(),
        fc.string(),
        async (value, teamId, name) => {
          const wellFormed = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
            new TextEncoder().encode(value),
          )
          const sealed = await sealer.seal(value, { teamId, name })

          expect(await sealer.open(sealed, { teamId, name })).toBe(wellFormed)
          await expect(sealer.open(sealed, { teamId: `${teamId}x`, name })).rejects.toThrow(
            'cannot be opened',
          )
          await expect(sealer.open(sealed, { teamId, name: `${name}x` })).rejects.toThrow('cannot be opened')
          const shifted = await sealer.seal(value, { teamId: `${teamId}x`, name })
          await expect(sealer.open(shifted, { teamId, name: `x${name}` })).rejects.toThrow('cannot be')
        },
      ),
      { seed, numRuns: 100 },
    )
  })

  test('says nothing of the value in what it keeps, and nothing twice', async () => {
    const sealer = createSealer(createKeyring(generateKey()))

    const [one, other] = await Promise.all([
      sealer.seal('s3cret-value', owner),
      sealer.seal('s3cret-value', owner),
    ])

    expect(JSON.stringify(one)).not.toContain(toBase64(new TextEncoder().encode('s3cret-value')).slice(0, 8))
    expect(one.ciphertext).not.toBe(other.ciphertext)
    expect(one.iv).not.toBe(other.iv)
  })

  test('finds every flipped bit', async () => {
    const sealer = createSealer(createKeyring(generateKey()))
    const sealed = await sealer.seal('s3cret-value', owner)
    const bytes = fromBase64(sealed.ciphertext)!
    const opened = await Promise.allSettled(
      Array.from({ length: bytes.length * 8 }, (_, bit) => {
        const flipped = bytes.with(bit >> 3, bytes[bit >> 3]! ^ (1 << (bit & 7)))
        return sealer.open({ ...sealed, ciphertext: toBase64(flipped) }, owner)
      }),
    )

    expect(opened.filter(({ status }) => status === 'fulfilled')).toEqual([])
    await expect(sealer.open({ ...sealed, iv: '*' }, owner)).rejects.toMatchObject({ code: 'unreadable' })
  })
})

test('opens with an older key, and seals anew with the newest', async () => {
  const [before, now] = [generateKey(), generateKey()]
  const old = await createSealer(createKeyring(before)).seal('s3cret-value', owner)
  const sealer = createSealer(createKeyring(now, before))

  const fresh = await sealer.reseal(old, owner)

  expect(await sealer.open(old, owner)).toBe('s3cret-value')
  expect(fresh?.keyId).not.toBe(old.keyId)
  expect(await createSealer(createKeyring(now)).open(fresh!, owner)).toBe('s3cret-value')
  expect(await sealer.reseal(fresh!, owner)).toBeNull()
})

test('says which key is missing, and how to set one', async () => {
  const sealed = await createSealer(createKeyring(generateKey())).seal('s3cret-value', owner)
  const stranger = createSealer(createKeyring(generateKey()))

  await expect(createSealer(null).seal('s3cret-value', owner)).rejects.toThrow(
    'The secret “api_key” needs a key, and ENCRYPTION_KEY is not set. Set it to 32 bytes, for example with $(openssl rand -hex 32), keep it safe, and start again.',
  )
  await expect(createSealer(null).open(sealed, owner)).rejects.toMatchObject({ code: 'no-key' })
  await expect(stranger.open(sealed, owner)).rejects.toThrow(
    `sealed with the key ${sealed.keyId}, which is not`,
  )
  expect(missingKeySentence(2)).toContain('The store holds 2 secrets, and ENCRYPTION_KEY is not set')
  expect(() => createKeyring(new Uint8Array(16))).toThrow('32 bytes long, and this one has 16')
})

test('keeps the key that a mock made for itself', () => {
  let kept: string | null = null
  const keeper = { read: () => kept, write: (key: string) => (kept = key) }

  const first = keptKey(keeper)
  const second = keptKey(keeper)

  expect(first).toHaveLength(32)
  expect(second).toEqual(first)
  expect(keptKey({ read: () => 'not a key', write: () => undefined })).not.toEqual(first)
})
