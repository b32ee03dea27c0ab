import type { JsonObject } from '../json.ts'
import { isTooDeep } from '../text/text-of.ts'
import type { NodeKind } from './node-kind.ts'
import { plainSentence } from './plain-sentence.ts'

/** What is wrong with a config: where in it (`headers.0.name`), and a sentence. */
export interface ConfigProblem {
  readonly path: string
  readonly sentence: string
}

/** A config as its kind takes it, complete; or all that is wrong with it. */
export type ReadConfig =
  | { readonly type: 'config'; readonly config: unknown }
  | { readonly type: 'problems'; readonly problems: readonly ConfigProblem[] }

/** Judges and completes the config of a node by the schema of its kind. */
export function readConfig(kind: NodeKind, config: JsonObject): ReadConfig {
  if (isTooDeep(config)) {
    return problems([
      { path: '', sentence: 'These settings are nested more than 100 deep; make them flatter.' },
    ])
  }
  const result = kind.schema.safeParse(config, { error: plainSentence })
  if (result.success) return { type: 'config', config: result.data }
  return problems(
    result.error.issues.map(({ path, message }) => ({ path: path.join('.'), sentence: message })),
  )
}

const problems = (list: readonly ConfigProblem[]): ReadConfig => ({ type: 'problems', problems: list })
