import type { Item, Session } from '@threadwork/core'

/** What a person sees of an item; nothing of how it came to be known. */
export interface Line {
  readonly id: string
  readonly kind: Item['kind']
  readonly status: string
  readonly text: string
}

const textOf = (item: Item): string => {
  switch (item.kind) {
    case 'message':
      return `${item.role}: ${item.text}`
    case 'skill':
      return `${item.skillName} ${item.error ?? ''}`
    case 'approval':
      return `${item.skillName} ${JSON.stringify(item.parameters)} ${item.error ?? ''}`
    case 'connection':
      return item.attemptId
    case 'workflow':
      return `${item.name} ${item.steps.map((step) => `${step.stepId} ${step.status} ${step.error ?? ''}`).join(', ')}`
    case 'form':
      return `${item.message} ${item.dataPoints.map(({ key }) => key).join(', ')}`
    case 'notice':
      return item.notice
  }
}

/** The items as lines. */
export const viewOf = (session: Session): readonly Line[] =>
  session.getState().items.map((item) => ({
    id: item.id,
    kind: item.kind,
    status: 'status' in item ? item.status : '',
    text: textOf(item),
  }))

/** What stands twice, by id, by key, and by the text of a message. */
export const duplicatesOf = (session: Session): readonly string[] => {
  const { items } = session.getState()
  const names = items.flatMap((item) => [`id ${item.id}`, `key ${item.key}`])
  return names.filter((name, index) => names.indexOf(name) !== index)
}

// An answer that was given on another device is known to have been given, not which it was: no event says so.
const anonymous: Readonly<Record<string, string>> = {
  'approval rejected': 'resolved',
  'form submitted': 'closed',
  // The reply in the history tells that the turn went on, which is taken for a connection that was made.
  'connection skipped': 'authorized',
  'connection closed': 'authorized',
}

/** The view as a device shows it that took no part in the conversation. */
export const withoutOwnAnswers = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line) => ({ ...line, status: anonymous[`${line.kind} ${line.status}`] ?? line.status }))
