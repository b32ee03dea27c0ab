import type { Json, JsonObject } from '../json.ts'
import type { Moment } from '../run/run-input.ts'
import type { Run, Step } from '../run/run.ts'
import { momentWords } from './moment-words.ts'
import { readWords, wordsOf } from './read-path.ts'
import { scopeRoots } from './reserved-names.ts'
import type { Scope } from './scope.ts'

/**
 * What a run can read at a moment. A secret's name reads as nothing, whatever else is called so; then come the nine
 * reserved names, the run's own data and the world, the run's variables, and the team's global ones.
 */
export function createScope(run: Run, moment: Moment): Scope {
  const secrets = new Set(run.secretNames)
  const words = momentWords(moment.now, run.invokeCount)
  const isSecret = (path: string): boolean => secrets.has(wordsOf(path)[0] ?? '')
  const read = (path: string): Json | undefined => {
    const [first = '', ...rest] = wordsOf(path)
    if (isSecret(path)) return undefined
    if (first === 'steps') return readStep(run.steps, rest)
    const source = sourceOf(first, words, run, moment.world)
    return readWords(source, [first, ...rest])
  }
  return { read, isSecret, now: moment.now, random: moment.random }
}

function sourceOf(first: string, words: JsonObject, run: Run, world: JsonObject): JsonObject {
  if (Object.hasOwn(words, first)) return words
  if (first === 'trigger') return { trigger: run.trigger }
  if (scopeRoots.includes(first)) return world
  return Object.hasOwn(run.variables, first) ? run.variables : run.globals
}

// The newest visit that is over: a node that comes round again reads what it made the last time.
function readStep(steps: readonly Step[], [nodeId, field, ...rest]: readonly string[]): Json | undefined {
  const step = steps.findLast((each) => each.nodeId === nodeId && isKnown(each))
  if (!step || (field !== 'output' && field !== 'error')) return undefined
  return readWords(step[field], rest)
}

const isKnown = ({ isDone, status }: Step): boolean => isDone || status === 'failed'
