import type { RunId, SkillItem } from '@threadwork/core'

const startedAt = Date.UTC(2026, 10, 19, 12, 3)

/** A skill as stories and tests show it. */
export const sampleSkill = (skillName: string, changes: Partial<SkillItem> = {}): SkillItem => ({
  kind: 'skill',
  id: `skill:${skillName}`,
  key: `skill:${skillName}`,
  // Samples name their ids by hand; a brand costs nothing at run time.
  runId: 'run-1' as RunId,
  at: startedAt,
  skillName,
  skillId: null,
  occurrence: 1,
  status: 'running',
  error: null,
  startedAt,
  endedAt: null,
  ...changes,
})

/** The three skills of the refund conversation. */
export const sampleSkills: readonly SkillItem[] = [
  sampleSkill('Look up order', { status: 'completed', skillId: 'recipe:4471', endedAt: startedAt + 800 }),
  sampleSkill('Check courier claim', { status: 'failed', error: 'The courier API timed out after 10 s.' }),
  sampleSkill('Find the payment'),
]
