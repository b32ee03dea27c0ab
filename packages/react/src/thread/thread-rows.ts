import type { FormItem, Item, SkillItem, WorkflowItem } from '@threadwork/core'
import { progressOf } from '../workflow/workflow-progress.ts'

/** A step's place in its workflow, from 1. */
export interface StepPosition {
  readonly step: number
  readonly steps: number
}

/** What the thread draws in one place. `isFollowUp`: the same agent goes on, so its name is not said again. Equal rows keep their identity from one list to the next. */
export type ThreadRow =
  | { readonly type: 'day'; readonly key: string; readonly at: number }
  | { readonly type: 'skills'; readonly key: string; readonly items: readonly SkillItem[] }
  | {
      readonly type: 'item'
      readonly key: string
      readonly item: Exclude<Item, SkillItem>
      readonly position: StepPosition | null
      readonly isFollowUp: boolean
    }

const dayOf = (at: number): string => {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`
}

const positionOf = (form: FormItem, workflows: readonly WorkflowItem[]): StepPosition | null => {
  const workflow = workflows.find((item) => item.workflowId === form.workflowId)
  const index = workflow?.steps.findIndex((step) => step.stepId === form.stepId) ?? -1
  return workflow && index >= 0 ? { step: index + 1, steps: progressOf(workflow).total } : null
}

const isEqual = (left: ThreadRow, right: ThreadRow): boolean => {
  if (left.type === 'day' && right.type === 'day') return left.at === right.at
  if (left.type === 'skills' && right.type === 'skills')
    return (
      left.items.length === right.items.length && left.items.every((item, at) => item === right.items[at])
    )
  if (left.type === 'item' && right.type === 'item')
    return (
      left.item === right.item &&
      left.isFollowUp === right.isFollowUp &&
      left.position?.step === right.position?.step &&
      left.position?.steps === right.position?.steps
    )
  return false
}

const isAgentMessage = (item: Item): boolean => item.kind === 'message' && item.role === 'agent'

const freshRows = (items: readonly Item[]): readonly ThreadRow[] => {
  const workflows = items.filter((item) => item.kind === 'workflow')
  const rows: ThreadRow[] = []
  let day: string | null = null
  for (const item of items) {
    if (item.at !== null && dayOf(item.at) !== day) {
      day = dayOf(item.at)
      rows.push({ type: 'day', key: `day ${day}`, at: item.at })
    }
    const last = rows.at(-1)
    if (item.kind !== 'skill')
      rows.push({
        type: 'item',
        key: item.key,
        item,
        position: item.kind === 'form' ? positionOf(item, workflows) : null,
        isFollowUp: isAgentMessage(item) && last?.type === 'item' && isAgentMessage(last.item),
      })
    else if (last?.type === 'skills') rows[rows.length - 1] = { ...last, items: [...last.items, item] }
    else rows.push({ type: 'skills', key: `skills ${item.key}`, items: [item] })
  }
  return rows
}

/** Parts items into rows: a divider for each day, consecutive skills together. Unchanged rows of `previous` come back as they are. */
export const threadRows = (items: readonly Item[], previous: readonly ThreadRow[]): readonly ThreadRow[] => {
  const known = new Map(previous.map((row) => [row.key, row]))
  return freshRows(items).map((row) => {
    const before = known.get(row.key)
    return before && isEqual(before, row) ? before : row
  })
}
