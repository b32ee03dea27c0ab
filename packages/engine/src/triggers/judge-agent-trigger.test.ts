import { expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { readWords, wordsOf } from '../text/read-path.ts'
import type { Scope } from '../text/scope.ts'
import type { IntentMatcher } from './intent.ts'
import { type AgentMoment, judgeAgentTrigger } from './judge-agent-trigger.ts'

const near: IntentMatcher = { score: ([phrase]) => ({ score: 0.8, phrase: phrase ?? null }) }
const scope = (world: JsonObject): Scope => ({
  read: (path) => readWords(world, wordsOf(path)),
  isSecret: () => false,
  now: 0,
  random: 0,
})
const moment: AgentMoment = {
  when: 'during',
  text: 'Please stop it',
  scope: scope({ contact: { plan: 'enterprise' } }),
  matcher: near,
}
const judge = (type: string, config: JsonObject, at: AgentMoment = moment): unknown =>
  judgeAgentTrigger({ id: 't', type, name: 'Trigger', config }, at)

test('asks a model for an AI decision (G07)', () => {
  expect(judge('ai-decision', { description: 'Somebody wants to leave.' })).toEqual({
    type: 'ask-model',
    description: 'Somebody wants to leave.',
    phrase: null,
  })
})

test('fires on a phrase that is near enough, and is silent below the threshold (G08, G09)', () => {
  const phrases = ['Stop my subscription']

  expect(judge('intent', { phrases, threshold: 0.8 })).toEqual({
    type: 'fires',
    phrase: 'Stop my subscription',
  })
  expect(judge('intent', { phrases, threshold: 0.81 })).toEqual({ type: 'silent' })
})

test('asks a model only when a phrase of a hybrid trigger is near enough (G10)', () => {
  const config = { description: 'They mean it.', phrases: ['Stop'] }

  expect(judge('hybrid', config)).toEqual({ type: 'ask-model', description: 'They mean it.', phrase: 'Stop' })
  expect(judge('hybrid', { ...config, threshold: 0.9 })).toEqual({ type: 'silent' })
})

test('fires when what is remembered of the contact fulfils the condition (G11)', () => {
  const plan = (value: string): JsonObject => ({
    condition: { path: 'contact.plan', operator: 'equals', value },
  })

  expect(judge('memory', plan('enterprise'))).toEqual({ type: 'fires', phrase: null })
  expect(judge('memory', plan('free'))).toEqual({ type: 'silent' })
})

test('listens during a conversation, or after it (G12, G13)', () => {
  const config = { phrases: ['Please stop it'], when: 'after' }

  expect(judge('intent', config)).toEqual({ type: 'silent' })
  expect(judge('intent', config, { ...moment, when: 'after' })).toMatchObject({ type: 'fires' })
})

test('is silent for other nodes, and for a config that has a problem', () => {
  expect(judge('manual', {})).toEqual({ type: 'silent' })
  expect(judge('intent', { phrases: [] })).toEqual({ type: 'silent' })
  expect(judge('toString', {})).toEqual({ type: 'silent' })
})
