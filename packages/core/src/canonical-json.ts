import { isRecord } from './is-record.ts'

type Task = { readonly text: string } | { readonly value: unknown }

const tasksOf = (entries: readonly (readonly Task[])[], open: string, close: string): readonly Task[] => [
  { text: open },
  ...entries.flatMap((entry, index) => (index === 0 ? entry : [{ text: ',' }, ...entry])),
  { text: close },
]

const partsOf = (value: unknown): readonly Task[] => {
  if (Array.isArray(value))
    return tasksOf(
      value.map((entry: unknown) => [{ value: entry }]),
      '[',
      ']',
    )
  if (!isRecord(value)) return [{ text: JSON.stringify(value) ?? 'null' }]
  // The plain sort compares UTF-16 code units, as the RFC asks.
  const names = Object.keys(value).toSorted()
  return tasksOf(
    names.map((name) => [{ text: `${JSON.stringify(name)}:` }, { value: value[name] }]),
    '{',
    '}',
  )
}

/**
 * Writes plain JSON data in the one form that RFC 8785 gives it: members sorted, no spaces, numbers and texts as
 * ECMAScript writes them. Two values are written alike exactly when they are the same JSON. A half surrogate, which
 * the RFC refuses, is written as its escape. Any depth is taken.
 */
export const canonicalJson = (value: unknown): string => {
  const parts: string[] = []
  const tasks: Task[] = [{ value }]
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    if ('text' in task) parts.push(task.text)
    // One by one: a long list is more than a call takes arguments.
    else for (const part of partsOf(task.value).toReversed()) tasks.push(part)
  }
  return parts.join('')
}
