import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item } from './items.ts'
import { phaseOf } from './phase.ts'
import { explainPhase } from './phase-explain.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

// Only the fields that the phase is read off.
const item = (fields: object): Item => fields as unknown as Item

const live: fc.Arbitrary<Item> = fc.oneof(
  fc
    .constantFrom('awaiting', 'running', 'approved', 'expired')
    .map((status) => item({ kind: 'approval', status })),
  fc
    .constantFrom('auth-required', 'failed', 'authorized')
    .map((status) => item({ kind: 'connection', status })),
  fc.constantFrom('awaiting', 'closed').map((status) => item({ kind: 'form', status })),
  fc.constantFrom('running', 'completed').map((status) => item({ kind: 'skill', status })),
  fc
    .constantFrom('running', 'halted', 'ended')
    .map((status) => item({ kind: 'workflow', status, steps: [] })),
  fc
    .constantFrom('sending', 'failed')
    .map((status) => item({ kind: 'message', status: 'pending', submission: { status } })),
)

test(`explains the phase that is shown: the first rule that holds (seed ${seed})`, () => {
  fc.assert(
    fc.property(fc.array(live, { maxLength: 6 }), fc.boolean(), (items, isTurnOpen) => {
      const { phase, rules } = explainPhase(items, isTurnOpen)

      expect(phase).toBe(phaseOf(items, isTurnOpen))
      expect(rules.find(({ holds }) => holds)?.phase).toBe(phase)
    }),
    { seed },
  )
})

test('names the items that a rule holds for', () => {
  const waiting = item({ kind: 'approval', status: 'awaiting' })
  const skill = item({ kind: 'skill', status: 'running' })

  const { rules } = explainPhase([skill, waiting], true)

  expect(rules[0]).toEqual({ phase: 'awaiting-approval', holds: true, items: [waiting] })
  expect(rules.filter(({ holds }) => holds).map(({ phase }) => phase)).toEqual([
    'awaiting-approval',
    'skill-running',
    'ai-running',
    'idle',
  ])
})
