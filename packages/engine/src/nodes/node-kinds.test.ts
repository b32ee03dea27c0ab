import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Json, JsonObject } from '../json.ts'
import { deepFreeze } from '../run/fixtures/deep-freeze.ts'
import { configOf, scope } from './fixtures/ask-kind.ts'
import { sampleConfigs } from './fixtures/sample-configs.ts'
import type { Answer } from './node-kind.ts'
import { kindOf, nodeKinds } from './node-kinds.ts'
import { readConfig } from './read-config.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const kinds = [...nodeKinds.values()]

describe('every kind', () => {
  test('is in the list once, under its type', () => {
    expect(kinds.map(({ type }) => type).toSorted()).toEqual(Object.keys(sampleConfigs).toSorted())
    expect(kinds.filter(({ category }) => category === 'trigger')).toHaveLength(16)
    expect(kindOf('teleport')).toBeNull()
  })

  test.each(kinds)('$type takes a config, draws its schema, begins, and writes into nothing', (kind) => {
    const config = configOf(kind.type, sampleConfigs[kind.type] ?? {})

    expect(z.toJSONSchema(kind.schema, { io: 'input' })).toMatchObject({ type: 'object' })
    expect(readConfig(kind, config as JsonObject)).toEqual({ type: 'config', config })
    const begun = kind.begin(config, scope)
    expect(['done', 'perform', 'ask', 'sleep']).toContain(begun.type)
    expect(JSON.parse(JSON.stringify(begun))).toEqual(begun)
  })

  test.each(kinds)(`$type makes something of any answer (SEED=${seed})`, (kind) => {
    const config = configOf(kind.type, sampleConfigs[kind.type] ?? {})
    const answer: fc.Arbitrary<Answer> = fc.oneof(
      fc.record({ type: fc.constant('output' as const), output: fc.jsonValue() as fc.Arbitrary<Json> }),
      fc.record({ type: fc.constant('form' as const), values: fc.constant({ email: 'a@b.org' }) }),
      fc.constant({ type: 'decision' as const, isApproved: true, reason: null, by: null }),
      fc.constant({ type: 'connection' as const, outcome: 'skipped' as const }),
      fc.constant({ type: 'woke' as const }),
    )
    fc.assert(
      fc.property(answer, (given) => {
        const made = kind.finish?.(config, deepFreeze(given), scope)

        // An answer of an action leads to no second one: both would bear the same key.
        if (given.type === 'output') expect(made?.type ?? 'done').toMatch(/^(?:done|failed)$/)
      }),
      { seed, numRuns: 40 },
    )
  })

  test.each(kinds)('$type tells every template that it reads', (kind) => {
    const config = sampleConfigs[kind.type] ?? {}
    const read = configOf(kind.type, config)
    const written = JSON.stringify(config).split('{{word}}').length - 1
    const told = kind.templates?.(read) ?? []

    expect(told.filter(({ text }) => text.includes('{{word}}'))).toHaveLength(written)
    expect(told.map(({ path }) => path)).toEqual([...new Set(told.map(({ path }) => path))])
  })

  test.each(kinds)('$type lets a secret through only where it goes to a named host (I33)', (kind) => {
    const config = JSON.parse(
      JSON.stringify(sampleConfigs[kind.type] ?? {}).replaceAll('{{word}}', '{{key}}'),
    ) as JsonObject
    const read = configOf(kind.type, config)
    const asForm = kind.finish?.(read, { type: 'form', values: {} }, scope)
    const begun = JSON.stringify([kind.begin(read, scope), asForm ?? null])

    expect(begun).not.toContain('{{key}}')
    expect(begun.includes('{"secret":"key"')).toBe(kind.type === 'http-request' || kind.type === 'webhook')
    const holders = (kind.templates?.(read) ?? []).filter(({ mayHoldSecret }) => mayHoldSecret)
    expect(holders.length > 0).toBe(kind.type === 'http-request' || kind.type === 'webhook')
  })
})
