import { expect, test } from 'vitest'
import { createProfile, learn, unknownProfile, type Observation } from './profile.ts'

const learned = (...seen: readonly Observation[]) => seen.reduce(learn, unknownProfile)

test('learns each difference from what was seen', () => {
  const profile = learned(
    { type: 'body', form: 'result' },
    { type: 'event-named', inLine: true, inData: true },
    { type: 'state', state: 'idle' },
    { type: 'state', state: 'ai_running' },
    { type: 'persisted', names: ['skill.running', 'skill.running'] },
    { type: 'link-endpoint', exists: false },
    { type: 'run-resumed', exists: true },
    { type: 'after-connection', resumes: false },
  )

  expect(profile).toEqual({
    bodyForm: 'result',
    eventNaming: 'both',
    states: ['idle', 'ai_running'],
    persistedEvents: ['skill.running'],
    hasLinkEndpoint: false,
    canResumeRun: true,
    resumesAfterConnection: false,
  })
})

test('does not unlearn an endpoint that was seen working', () => {
  const profile = learned(
    { type: 'link-endpoint', exists: true },
    { type: 'link-endpoint', exists: false },
    { type: 'run-resumed', exists: true },
    { type: 'run-resumed', exists: false },
  )

  expect(profile).toMatchObject({ hasLinkEndpoint: true, canResumeRun: true })
})

test('stays the same object when it knew', () => {
  const once = learned({ type: 'body', form: 'bare' }, { type: 'state', state: 'idle' })

  expect(learn(learn(once, { type: 'body', form: 'result' }), { type: 'state', state: 'idle' })).toBe(once)
})

test('starts from what is given', () => {
  const profile = createProfile({ canResumeRun: false })
  profile.learn({ type: 'body', form: 'bare' })

  expect(profile.get()).toEqual({ ...unknownProfile, canResumeRun: false, bodyForm: 'bare' })
})
