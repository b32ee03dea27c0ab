import type { JsonObject } from '../json.ts'
import { isReservedName } from '../text/reserved-names.ts'
import type { Run, RunSeed } from './run.ts'

/** A run that has not begun. `now` is in milliseconds since 1970. */
export const createRun = (seed: RunSeed, now: number): Run => ({
  id: seed.id,
  workflow: seed.workflow,
  mode: seed.mode,
  status: 'queued',
  trigger: seed.trigger,
  variables: withoutPrototypes(seed.variables),
  globals: withoutPrototypes(seed.globals),
  secretNames: seed.secretNames,
  invokeCount: seed.invokeCount,
  lanes: [],
  steps: [],
  error: null,
  seq: 0,
  createdAt: now,
  startedAt: null,
  endedAt: null,
  activeMs: 0,
  activeSince: null,
})

const withoutPrototypes = (variables: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !isReservedName(name)))
