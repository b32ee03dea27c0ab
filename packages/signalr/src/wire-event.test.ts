import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeHubEvent, hubEventNamed } from './wire-event.ts'
import { hubEventFields, hubEventNames, type HubEventName } from './wire.ts'

const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }

const id = fc.string({ minLength: 1 })
const fieldValues = {
  workflowId: id,
  stepId: id,
  messageId: id,
  name: fc.string(),
  message: fc.string(),
  error: fc.string(),
  source: fc.constantFrom('user', 'agent'),
  content: fc.string(),
  createdAt: fc.constant('2026-01-01T12:00:05Z'),
  dataPoints: fc.constant([{ key: 'email', label: 'E-mail', type: 'Email' }]),
}
const namedBody = fc.constantFrom(...hubEventNames).chain((name) =>
  fc.record(fieldValues).map((all) => {
    const values: Readonly<Record<string, unknown>> = all
    return { name, body: hubEventFields[name].map((field) => [field, values[field]] as const) }
  }),
)

const casings: readonly ((name: string) => string)[] = [
  (name) => name.charAt(0).toUpperCase() + name.slice(1),
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  (name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter}`),
]

describe('decodeHubEvent', () => {
  test('reads positional arguments as it reads one object', () => {
    fc.assert(
      fc.property(namedBody, ({ name, body }) => {
        const positional = decodeHubEvent(
          name,
          body.map(([, value]) => value),
        )

        expect(positional).toEqual(decodeHubEvent(name, [Object.fromEntries(body)]))
        expect(positional.status).toBe('decoded')
      }),
      seed,
    )
  })

  test('reads keys in any casing', () => {
    fc.assert(
      fc.property(namedBody, fc.constantFrom(...casings), ({ name, body }, respell) => {
        const respelt = Object.fromEntries(body.map(([field, value]) => [respell(field), value]))

        expect(decodeHubEvent(name, [respelt])).toEqual(decodeHubEvent(name, [Object.fromEntries(body)]))
      }),
      seed,
    )
  })

  test('never throws, whatever the arguments', () => {
    fc.assert(
      fc.property(fc.constantFrom(...hubEventNames), fc.array(fc.anything()), (name, args) => {
        expect(['decoded', 'malformed']).toContain(decodeHubEvent(name, args).status)
      }),
      seed,
    )
  })

  test('keeps the envelope when the wire gives one', () => {
    const decoded = decodeHubEvent('WorkflowStepCompleted', [
      { stepId: 's1', conversationId: 'c1', workflowId: 'w1', seq: 4, at: '2026-01-01T12:00:05Z' },
    ])

    expect(decoded).toEqual({
      status: 'decoded',
      value: {
        type: 'WorkflowStepCompleted',
        conversationId: 'c1',
        workflowId: 'w1',
        seq: 4,
        at: Date.UTC(2026, 0, 1, 12, 0, 5),
        stepId: 's1',
      },
    })
  })

  test('says null for what the wire leaves out', () => {
    const decoded = decodeHubEvent('WorkflowStepFailed', ['s1', 'boom'])

    expect(decoded).toEqual({
      status: 'decoded',
      value: {
        type: 'WorkflowStepFailed',
        conversationId: null,
        workflowId: null,
        seq: null,
        at: null,
        stepId: 's1',
        error: 'boom',
      },
    })
  })

  test('accepts numbers as ids and an object as an error', () => {
    const decoded = decodeHubEvent('WorkflowStepFailed', [{ StepId: 7, Error: { Message: 'boom' } }])

    expect(decoded).toMatchObject({ value: { stepId: '7', error: 'boom' } })
  })

  test.each<[HubEventName, string]>([
    ['WorkflowStarted', 'workflowId'],
    ['WorkflowStepStarted', 'stepId'],
    ['MessageReceived', 'messageId'],
  ])('names the id that %s came without', (name, field) => {
    const decoded = decodeHubEvent(name, [{}])

    expect(decoded).toMatchObject({ status: 'malformed', problem: expect.stringContaining(field) })
  })
})

test('a hub event is found by its name in any casing, and an unknown one is not', () => {
  expect(hubEventNamed('workflowstepstarted')).toBe('WorkflowStepStarted')
  expect(hubEventNamed('WorkflowTeleported')).toBeNull()
})
