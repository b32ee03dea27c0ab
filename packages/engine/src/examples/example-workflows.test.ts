import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../canonical-json.ts'
import { dialects } from '../dialects/dialects.ts'
import type { Json, JsonObject } from '../json.ts'
import { createHost, type Host } from '../run/fixtures/host.ts'
import type { Effect } from '../run/effect.ts'
import { findLoops } from '../triggers/find-loops.ts'
import { validateWorkflow } from '../validate/validate-workflow.ts'
import type { Example } from './example.ts'
import { exampleWorkflows } from './example-workflows.ts'

const named = exampleWorkflows.map((example) => [example.id, example] as const)

test('ships nine templates, each with its own id', () => {
  expect(new Set(exampleWorkflows.map(({ id }) => id)).size).toBe(9)
})

describe.each(named)('%s', (_, { graph, globals, secrets, dialect }) => {
  test('is valid, without a warning (C83)', () => {
    expect(validateWorkflow(graph, { globals: Object.keys(globals), secrets })).toEqual([])
  })

  test('comes back whole from the words of its seed', () => {
    const document = dialects[dialect].write(graph)

    expect(canonicalJson(dialects[dialect].read(document).graph)).toBe(canonicalJson(graph))
  })
})

test('has no loop among all of them', () => {
  expect(findLoops(exampleWorkflows)).toEqual([])
})

/** What a script answers when a step asks the world: an output, an error, a form, or the edge that a model chooses. */
interface Script {
  readonly outputs?: Readonly<Record<string, Json>>
  readonly failures?: Readonly<Record<string, string>>
  readonly forms?: Readonly<Record<string, JsonObject>>
  readonly chosen?: string
  readonly world?: JsonObject
}

function runToEnd(example: Example, script: Script): Host {
  const isManual = example.graph.nodes[0]?.type === 'manual'
  const host = createHost(
    { id: example.id, name: example.name, version: 0, ...example.graph },
    {
      trigger: isManual ? {} : example.sample,
      variables: isManual ? example.sample : {},
      globals: example.globals,
      secretNames: example.secrets.map(({ name }) => name),
    },
  )
  host.world = {
    conversation: example.sample['conversation'] ?? {},
    message: example.sample['message'] ?? {},
    contact: { name: 'Ada', email: 'ada@example.com', last_order: 'A-17' },
    session: {},
    ...script.world,
  }
  const open: Effect[] = [...host.start()]
  for (const effect of open) open.push(...answer(host, effect, script))
  return host
}

function answer(host: Host, effect: Effect, script: Script): readonly Effect[] {
  switch (effect.type) {
    case 'emit':
      return effect.event.type === 'question-asked' ? fillIn(host, effect.event.stepId, script) : []
    case 'choose-edge':
      return host.give({ ...effect, type: 'edge-chosen', edgeId: script.chosen ?? null })
    case 'perform': {
      const failure = script.failures?.[effect.stepId]
      if (failure !== undefined) return host.fail(effect.stepId, failure)
      return host.succeed(effect.stepId, script.outputs?.[effect.stepId] ?? null)
    }
    case 'set-alarm': {
      if (host.step(effect.stepId).status !== 'sleeping') return []
      host.now = effect.at
      return host.wake(effect.stepId)
    }
  }
}

const fillIn = (host: Host, stepId: string, script: Script): readonly Effect[] =>
  host.give({ type: 'form-submitted', stepId, values: script.forms?.[stepId] ?? {} })

const example = (id: string): Example => {
  const found = exampleWorkflows.find((each) => each.id === id)
  if (!found) throw new Error(`There is no example “${id}”.`)
  return found
}
const said = (host: Host): readonly string[] =>
  host.events.flatMap((event) => (event.type === 'said' ? [event.text] : []))
const performed = (host: Host, stepId: string): unknown =>
  host.effects.find((effect) => effect.type === 'perform' && effect.stepId === stepId)
const onChannel = (channel: string): JsonObject => ({ conversation: { channel, status: 'open' } })

test('routes WhatsApp to the team lead and all else to the persona (C83)', () => {
  const whatsapp = runToEnd(example('auto-assign-by-channel'), {})
  const web = runToEnd(example('auto-assign-by-channel'), { world: onChannel('webchat') })

  expect([whatsapp.run.status, web.run.status]).toEqual(['completed', 'completed'])
  expect(whatsapp.visits).toEqual(['trigger', 'channel', 'specialist'])
  expect(web.visits).toEqual(['trigger', 'channel', 'persona'])
})

test('follows up after an hour, unless the conversation is resolved by then (C83)', () => {
  const open = runToEnd(example('delayed-follow-up'), {})
  const resolved = runToEnd(example('delayed-follow-up'), { world: { conversation: { status: 'resolved' } } })

  expect(said(open)).toEqual([
    "Thanks for reaching out! We'll be with you shortly.",
    'Just checking in — is there anything else we can help with?',
  ])
  expect(open.now).toBe(1000 + 3_600_000)
  expect(said(resolved)).toHaveLength(1)
  expect([open.run.status, resolved.run.status]).toEqual(['completed', 'completed'])
})

test('labels what is urgent for a senior agent, and reads the rest (C83)', () => {
  const urgent = runToEnd(example('smart-labeling-and-escalation'), {})
  const calm = runToEnd(example('smart-labeling-and-escalation'), {
    world: { message: { text: 'Just a question' } },
    outputs: { extract: { labels: ['Billing'], fields: {}, sentiment: 'neutral' } },
  })

  expect(urgent.visits).toEqual(['trigger', 'urgent', 'label', 'senior'])
  expect(calm.visits).toEqual(['trigger', 'urgent', 'extract', 'persona'])
  expect([urgent.run.status, calm.run.status]).toEqual(['completed', 'completed'])
})

test('posts what was resolved to another system (C83)', () => {
  const host = runToEnd(example('notify-an-external-system'), { outputs: { notify: { status: 204 } } })

  expect(host.run.status).toBe('completed')
  expect(performed(host, 'notify')).toMatchObject({
    action: { method: 'POST', body: [expect.stringContaining('"conversation":"sample-conversation"')] },
  })
})

test('sends a lead to the CRM and to sales, and helps on even if the CRM is down (G15)', () => {
  const outputs = { help: { text: 'It is 20 a month.' } }
  const well = runToEnd(example('collect-leads'), { outputs })
  const down = runToEnd(example('collect-leads'), { outputs, failures: { crm: 'Nobody answered.' } })

  expect(well.visits.toSorted()).toEqual(['crm', 'help', 'sales', 'trigger'])
  expect(said(down)).toEqual(['It is 20 a month.'])
  expect([well.run.status, down.run.status]).toEqual(['completed', 'completed'])
})

test('cancels an order and confirms it, or hands over when that fails (G16)', () => {
  const well = runToEnd(example('process-requests'), {
    outputs: {
      cancel: { status: 200, headers: {}, body: { status: 'cancelled' } },
      confirm: { text: 'Done.' },
    },
  })
  const failed = runToEnd(example('process-requests'), { failures: { cancel: 'The service said 500.' } })

  expect(performed(well, 'cancel')).toMatchObject({
    action: {
      url: ['https://orders.example.com/orders/A-17/cancel'],
      headers: [{ name: 'Authorization', value: ['Bearer ', { secret: 'orders_api_key' }] }],
    },
  })
  expect(performed(well, 'confirm')).toMatchObject({
    action: { system: expect.stringContaining('“cancelled”') },
  })
  expect(performed(failed, 'hand-over')).toMatchObject({
    action: { note: 'The order A-17 could not be cancelled: The service said 500.' },
  })
  expect([well.run.status, failed.run.status]).toEqual(['completed', 'completed'])
})

test('offers a person, takes the details and tells support (G17)', () => {
  const contact = { name: 'Ada', email: 'ada@example.com' }
  const host = runToEnd(example('smart-escalation'), {
    forms: { escalate: contact },
    outputs: { escalate: { escalationId: 'e1' } },
  })

  expect(host.run.status).toBe('completed')
  expect(performed(host, 'escalate')).toMatchObject({
    action: { team: 'support', withTranscript: true, contact },
  })
  expect(performed(host, 'notify')).toMatchObject({ action: { payload: { escalation: 'e1' } } })
  expect(performed(host, 'signal')).toMatchObject({ action: { change: { signals: ['escalated'] } } })
})

test('applies at the end what the model found (G18)', () => {
  const host = runToEnd(example('automatic-signal-application'), {
    outputs: { analyse: { signals: ['praise', 'purchase'] } },
  })

  expect(host.run.status).toBe('completed')
  expect(performed(host, 'apply')).toMatchObject({
    action: { change: { type: 'add-signals', signals: ['praise', 'purchase'] } },
  })
})

describe('the intake of a patient', () => {
  const forms = { details: { birth_date: '1990-12-10', reason: 'A cough', preferred_day: '2026-12-01' } }
  const outputs = (urgency: string): Readonly<Record<string, Json>> => ({
    greet: { text: 'Welcome, Ada.' },
    record: { status: 200, headers: {}, body: { patients: [{ id: 'p7' }] } },
    triage: { urgency, summary: 'Coughs.' },
    book: { status: 201, headers: {}, body: { starts_at: 'Tuesday at 9' } },
    confirm: { text: 'See you on Tuesday.' },
  })

  test('books an appointment, with a secret that never enters the run (I15, I33)', () => {
    const host = runToEnd(example('patient-intake'), { forms, outputs: outputs('routine') })

    expect(host.run.status).toBe('completed')
    expect(said(host)).toEqual(['Welcome, Ada.', 'See you on Tuesday.'])
    expect(host.visits).toEqual(
      expect.arrayContaining([
        'trigger',
        'greet',
        'details',
        'receipt',
        'record',
        'triage',
        'book',
        'confirm',
        'goodbye',
      ]),
    )
    expect(performed(host, 'record')).toMatchObject({
      action: {
        url: ['https://records.example.com/patients?name=Ada%20Lovelace&born=1990-12-10'],
        headers: [{ value: ['Bearer ', { secret: 'records_api_key' }] }],
      },
    })
    expect(performed(host, 'book')).toMatchObject({
      action: { url: ['https://records.example.com/patients/p7/appointments'] },
    })
  })

  test('calls a nurse in an emergency, without asking a model for the way (I23, I26)', () => {
    const host = runToEnd(example('patient-intake'), { forms, outputs: outputs('emergency') })

    expect(host.run.status).toBe('completed')
    expect(host.visits).toEqual(expect.arrayContaining(['emergency', 'nurse', 'goodbye']))
    expect(host.effects.some((effect) => effect.type === 'choose-edge')).toBe(false)
  })

  test('leaves it to the front desk when a model finds that the patient wants a call (I23)', () => {
    const host = runToEnd(example('patient-intake'), {
      forms,
      outputs: outputs('soon'),
      chosen: 'triage-to-callback',
    })

    expect(host.run.status).toBe('completed')
    expect(host.visits).toContain('callback')
    expect(host.visits).not.toContain('book')
  })

  test('goes on without the SMS of its companion (I24)', () => {
    const host = runToEnd(example('patient-intake'), {
      forms,
      outputs: outputs('routine'),
      failures: { receipt: 'No provider.' },
    })

    expect(host.run.status).toBe('completed')
    expect(host.step('receipt').status).toBe('failed')
  })
})
