import { describe, expect, it } from 'vitest'
import { parseHubEvent, snapshotOf } from './scenario-signalr-notation.ts'

const eventOf = (text: string) => {
  const step = parseHubEvent(text)
  return step?.type === 'heard' && step.fact.type === 'event' ? step.fact.event : step
}

describe('parseHubEvent', () => {
  it.each([
    ['WS w1 On board', { type: 'workflow-started', workflowId: 'w1', name: 'On board' }],
    ['SS s1 Collect', { type: 'step-started', stepId: 's1', workflowId: null, message: 'Collect' }],
    ['SC s1', { type: 'step-completed', stepId: 's1' }],
    ['SF s1 boom', { type: 'step-failed', stepId: 's1', error: 'boom' }],
    ['WC w1', { type: 'workflow-ended', workflowId: 'w1' }],
    ['ZZ s2 what', { type: 'unknown', name: 'ZZ' }],
    ['ZZ', { type: 'unknown', name: 'ZZ' }],
  ])('reads %s', (text, event) => {
    expect(eventOf(text)).toMatchObject(event)
  })

  it('reads the keys of a form', () => {
    expect(eventOf('IR s2 email, plan')).toMatchObject({
      type: 'form-required',
      dataPoints: [{ key: 'email' }, { key: 'plan' }],
    })
  })

  it.each(['', 'SS', 'WS '])('refuses %j', (text) => {
    expect(parseHubEvent(text)).toBeNull()
  })
})

describe('snapshotOf', () => {
  const bare = { id: 'w1', name: 'Onboard', step: 's2', input: null, failed: null }

  it('tells running, awaiting and failed apart', () => {
    expect(snapshotOf(bare)).toMatchObject({ status: 'running', currentStep: 's2', form: null })
    expect(snapshotOf({ ...bare, input: 'email' })).toMatchObject({
      status: 'awaiting-input',
      form: { stepId: 's2', dataPoints: [{ key: 'email' }] },
    })
    expect(snapshotOf({ ...bare, failed: 'boom' })).toMatchObject({
      status: 'failed',
      steps: [{ stepId: 's2', status: 'failed', error: 'boom' }],
    })
  })
})
