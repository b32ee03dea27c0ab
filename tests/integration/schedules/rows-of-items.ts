import type { Item, WorkflowItem } from '@threadwork/core'
import type { Row, Script } from './write-down.ts'

// A card keeps its id when its workflow is named later; the oracle knows the name alone.
const workflowRowOf = ({ id, workflowId }: WorkflowItem): string =>
  workflowId === null ? id : `workflow:${workflowId}`

/** An item as a row of the oracle; `null` for what the conversation did not draw. */
export const rowOf = (item: Item): string | null => {
  switch (item.kind) {
    case 'message':
      return `${item.role} ${item.id}: ${item.text}${item.status === 'complete' ? '' : ` ${item.status}`}`
    case 'approval':
      return `${item.id} ${item.status} ${item.by ?? 'null'}`
    case 'workflow':
      return `${workflowRowOf(item)} ${item.status} ${item.steps.map(({ stepId, status }) => `${stepId} ${status}`).join(', ')}`
    case 'form':
      return `${item.workflowId === null ? item.id : `form:${item.workflowId}/${item.stepId}`} ${item.status}`
    case 'notice':
      return null
    default:
      return `${item.id} ${item.status}`
  }
}

export const rowsOf = (items: readonly Item[]): readonly string[] =>
  items.map(rowOf).filter((row) => row !== null)

/** Whose eyes see the thread, and what they cannot know any more. */
export interface Viewer {
  readonly isAuthor: boolean
  /** The events of so many turns were forgotten before this client looked. */
  readonly forgotten: number
  /** Calls whose answer this client never got: nobody can tell it whose decision counted. */
  readonly doubtful: ReadonlySet<string>
}

const knownTo = (row: Row, { isAuthor, doubtful }: Viewer): readonly string[] => {
  if (!isAuthor) return row.others
  const [call = '', status] = row.mine[0]?.split(' ') ?? []
  if (!doubtful.has(call.replace('call:', ''))) return row.mine
  return (status === 'completed' ? ['completed'] : ['rejected', 'resolved']).flatMap((word) =>
    ['me', 'elsewhere', 'null'].map((by) => `${call} ${word} ${by}`),
  )
}

/** What the thread must show: for each row the words that are right. */
export const expectedRows = (scripts: readonly Script[], viewer: Viewer): readonly (readonly string[])[] =>
  scripts.flatMap(({ rows }, index) =>
    rows.filter(({ isMessage }) => isMessage || index >= viewer.forgotten).map((row) => knownTo(row, viewer)),
  )

/** The first difference between what is shown and what must be; `null` when there is none. */
export const differenceOf = (
  shown: readonly string[],
  expected: readonly (readonly string[])[],
): string | null => {
  const index = Array.from({ length: Math.max(shown.length, expected.length) }, (_, place) => place).find(
    (place) => !expected[place]?.includes(shown[place] ?? ''),
  )
  if (index === undefined) return null
  return `row ${index} is “${shown[index] ?? 'missing'}” and should be “${expected[index]?.join('” or “') ?? 'absent'}”`
}
