import type { SkillStatus } from '@threadwork/core'
import { plural } from './plural.ts'

/** How many skills of a group stand where. */
export interface SkillCounts {
  readonly done: number
  readonly running: number
  readonly failed: number
  readonly unknown: number
}

export interface SkillStrings {
  readonly running: string
  readonly completed: string
  readonly failed: string
  readonly unknown: string
  readonly unknownNote: string
  readonly retry: string
  label(skill: string, status: SkillStatus): string
  readonly skillId: string
  count(skills: number): string
  progress(counts: SkillCounts): string
}

const progress = ({ done, running, failed, unknown }: SkillCounts): string =>
  [
    done > 0 ? `${done} done` : '',
    failed > 0 ? `${failed} failed` : '',
    unknown > 0 ? `${unknown} unknown` : '',
    running > 0 ? `${running} running` : '',
  ]
    .filter((part) => part !== '')
    .join(', ')

export const englishSkill: SkillStrings = {
  running: 'Running',
  completed: 'Done',
  failed: 'Failed',
  unknown: 'Outcome unknown',
  unknownNote: 'The turn ended and nobody said how this went.',
  retry: 'Retry',
  label: (skill) => `Skill: ${skill}`,
  skillId: 'Skill id',
  count: (skills) => plural(skills, 'skill', 'skills'),
  progress,
}
