import type { Chapter } from './chapter.ts'
import { building } from './chapters/building.ts'
import { errors, loops } from './chapters/errors.ts'
import { inbound, outbound, schedules, tools } from './chapters/outside.ts'
import { approval, connection, form } from './chapters/people.ts'
import { failing, fallback, progress, testing, turns } from './chapters/runs.ts'
import { agentTemplates, conversationTemplates, patientIntake } from './chapters/templates.ts'
import { conversationActions, conversationTriggers, talk } from './chapters/triggers.ts'
import { variables } from './chapters/variables.ts'
import { copies, keptVersion, statuses, versions } from './chapters/versions.ts'
import { decision, delay, edges } from './chapters/ways.ts'

/** Every chapter. What each proves stands in memory.test.ts. */
export const chapters: readonly Chapter[] = [
  building,
  versions,
  keptVersion,
  copies,
  statuses,
  variables,
  edges,
  decision,
  delay,
  form,
  approval,
  connection,
  failing,
  fallback,
  turns,
  testing,
  progress,
  conversationTriggers,
  conversationActions,
  talk,
  inbound,
  outbound,
  schedules,
  tools,
  conversationTemplates,
  agentTemplates,
  patientIntake,
  errors,
  loops,
]
