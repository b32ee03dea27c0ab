import { Field } from './scenario-field.ts'
import { decodeSignalrScenario } from './scenario-signalr-decode.ts'
import { decodeSseScenario } from './scenario-sse-decode.ts'
import type { Scenario } from './scenario-step.ts'

const version = 'threadwork-recovery-scenarios/1'

/**
 * Decodes a scenario file of the form `{ format, sse, signalr }`, already parsed from JSON.
 * Throws a `ScenarioError` that names the scenario, the path in the file and what was expected there.
 */
export const decodeScenarios = (json: unknown): readonly Scenario[] => {
  const file = new Field(json, '')
  const format = file.at('format', `an object { format, sse, signalr }`)
  if (!format.isAbsent && format.at('file').value !== version)
    throw format.at('file').expected(`"${version}", the one form that this version plays`)
  const sse = file.at('sse')
  const signalr = file.at('signalr')
  if (sse.isAbsent && signalr.isAbsent) throw sse.expected('a list of scenarios (or one named signalr)')
  return [
    ...(sse.isAbsent ? [] : sse.list('a list of scenarios').map(decodeSseScenario)),
    ...(signalr.isAbsent ? [] : signalr.list('a list of scenarios').map(decodeSignalrScenario)),
  ]
}
