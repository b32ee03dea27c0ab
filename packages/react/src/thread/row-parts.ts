import type { FormItem, Item, SkillItem, WorkflowItem } from '@threadwork/core'
import { isMain, progressOf } from '../workflow/workflow-progress.ts'

/** A step's place in its workflow, from 1. */
export interface StepPosition {
  readonly step: number
  readonly steps: number
}

interface RowBase {
  readonly key: string
  /** A number of the row's own: a list of thousands is looked through faster by numbers than by names. */
  readonly id: number
  /** Server time in milliseconds where the row is the first of its day; `null` for all others. */
  readonly startsDay: number | null
}

export interface SkillsRow extends RowBase {
  readonly type: 'skills'
  readonly items: readonly SkillItem[]
}

export interface ItemRow extends RowBase {
  readonly type: 'item'
  readonly item: Exclude<Item, SkillItem>
  readonly position: StepPosition | null
  /** The same agent goes on, so its name is not said again. */
  readonly isFollowUp: boolean
}

/** What the thread draws in one place. Equal rows keep their identity from one list to the next. */
export type ThreadRow = SkillsRow | ItemRow

/** How many items a row shows. */
export const sizeOf = (row: ThreadRow): number => (row.type === 'skills' ? row.items.length : 1)

const isAgentMessage = (item: Item): boolean => item.kind === 'message' && item.role === 'agent'

/** Whether the next message of an agent follows up on this row. */
export const isFollowed = (row: ThreadRow | undefined): boolean =>
  row?.type === 'item' && isAgentMessage(row.item)

/** Where the steps of the conversation's workflows are found. */
export type Workflows = ReadonlyMap<WorkflowItem['workflowId'], WorkflowItem>

/** A form's step in its workflow; `null` where the workflow or the step is not known. */
export const positionOf = (form: FormItem, workflows: Workflows): StepPosition | null => {
  const workflow = workflows.get(form.workflowId)
  // A companion has no place among the main steps.
  const index = workflow?.steps.filter(isMain).findIndex((step) => step.stepId === form.stepId) ?? -1
  return workflow && index >= 0 ? { step: index + 1, steps: progressOf(workflow).total } : null
}

/** A day on this person's calendar, from its first millisecond up to the next day's. */
export interface Day {
  readonly from: number
  readonly until: number
}

/** Whose days part the rows: the reader's, or, where no reader is known yet, those of UTC. */
export type Calendar = 'own' | 'utc'

const dayLength = 86_400_000

const dayOf = (at: number, calendar: Calendar): Day => {
  if (calendar === 'utc') {
    const from = Math.floor(at / dayLength) * dayLength
    return { from, until: from + dayLength }
  }
  const date = new Date(at)
  const midnight = (days: number): number =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime()
  return { from: midnight(0), until: midnight(1) }
}

/** The day of `at`, which is `known` itself when it lies in that; `known` where no time is told. */
export const dayAt = (at: number | null, known: Day | null, calendar: Calendar): Day | null =>
  at === null || (known && at >= known.from && at < known.until) ? known : dayOf(at, calendar)

/** What the rows before an item leave for it to know: the day that they end in is `day`'s. */
export interface RowContext {
  readonly day: Day | null
  readonly isFollowed: boolean
  readonly calendar: Calendar
}

/** The skills from `index` on that share a card: they follow each other, on one day. */
const skillsFrom = (
  items: readonly Item[],
  index: number,
  day: Day | null,
  calendar: Calendar,
): readonly SkillItem[] => {
  const skills: SkillItem[] = []
  for (let at = index; at < items.length; at += 1) {
    const item = items[at]
    if (item?.kind !== 'skill' || (at > index && dayAt(item.at, day, calendar) !== day)) break
    skills.push(item)
  }
  return skills
}

/** A row that has no name yet: whoever keeps the rows gives it its key and its number. */
export type FreshRow = (Omit<SkillsRow, 'key' | 'id'> | Omit<ItemRow, 'key' | 'id'>) & {
  key: string
  id: number
}

/** The row that begins with the item at `index`. */
export const freshRowAt = (
  items: readonly Item[],
  index: number,
  context: RowContext,
  workflows: Workflows,
): FreshRow | null => {
  const item = items[index]
  if (!item) return null
  const { calendar } = context
  const day = dayAt(item.at, context.day, calendar)
  const startsDay = day === context.day ? null : item.at
  if (item.kind === 'skill')
    return { type: 'skills', key: '', id: -1, startsDay, items: skillsFrom(items, index, day, calendar) }
  const position = item.kind === 'form' ? positionOf(item, workflows) : null
  const isFollowUp = startsDay === null && context.isFollowed && isAgentMessage(item)
  return { type: 'item', key: item.key, id: -1, startsDay, item, position, isFollowUp }
}
