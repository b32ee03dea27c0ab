import { named } from './named.ts'
import type { Field } from './scenario-field.ts'
import { parseHubEvent, snapshotOf } from './scenario-signalr-notation.ts'
import type { ScenarioStep, SignalrScenario } from './scenario-step.ts'

const eventForm = 'an event such as "SS s1 Collect"'

const decodeEvent = (field: Field): ScenarioStep => {
  const step = parseHubEvent(field.text(eventForm))
  if (step === null) throw field.expected(eventForm)
  return step
}

const failureOf = (field: Field): string | null => {
  const { value } = field
  if (value === undefined || value === null || value === false) return null
  return typeof value === 'string' ? value : 'failed'
}

const keysOf = (field: Field): string | null =>
  Array.isArray(field.value)
    ? field
        .list()
        .map((key) => key.text('a key'))
        .join(',')
    : field.optionalText('keys parted by commas')

const decodeSnapshot = (field: Field): ScenarioStep => {
  if (field.isAbsent) return { type: 'read', facts: [{ type: 'workflow-snapshot', snapshot: null }] }
  field.refuseOthers(['id', 'name', 'step', 'input', 'failed'])
  const snapshot = snapshotOf({
    id: field.at('id').text('the id of a workflow'),
    name: field.at('name').optionalText('the name of a workflow') ?? '',
    step: field.at('step').optionalText('the id of the current step'),
    input: keysOf(field.at('input')),
    failed: failureOf(field.at('failed')),
  })
  return { type: 'read', facts: [{ type: 'workflow-snapshot', snapshot }] }
}

const decoders: Readonly<Record<string, (field: Field) => ScenarioStep>> = {
  type: (field) => ({ type: 'type', text: field.at('type').text('the typed text') }),
  submit: (field) => ({ type: 'submit', stepId: named.step(field.at('submit').text('the id of a step')) }),
  drop: () => ({ type: 'signal', signal: 'drop' }),
  reconnected: () => ({ type: 'signal', signal: 'reconnected' }),
  snap: (field) => decodeSnapshot(field.at('snap')),
}

const decodeStep = (field: Field): ScenarioStep => {
  if (typeof field.value === 'string') return decodeEvent(field)
  const known = Object.keys(decoders)
  const what = `${eventForm}, or an object with one of ${known.join(', ')}`
  if (typeof field.value !== 'object' || field.value === null || Array.isArray(field.value))
    throw field.expected(what)
  const name = field.keys().find((key) => Object.hasOwn(decoders, key))
  const decode = name === undefined ? undefined : decoders[name]
  if (name === undefined || decode === undefined) throw field.expected(what)
  field.refuseOthers([name])
  return decode(field)
}

/** Decodes one scenario of the list `signalr`; throws a `ScenarioError` that names what is wrong where. */
export const decodeSignalrScenario = (field: Field): SignalrScenario => {
  const id = field.at('id', 'a scenario').text('the id of the scenario')
  const own = field.within(id)
  return {
    wire: 'signalr',
    id,
    title: own.at('title').optionalText() ?? '',
    steps: own.at('steps').list('a list of steps').map(decodeStep),
    want: own
      .at('want')
      .list('a list with a line for each workflow')
      .map((line) => line.text('a line such as "w1(Onboard) running: s1 running"')),
  }
}
