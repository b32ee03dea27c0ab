import { isRecord } from './is-record.ts'

/** What a message offers beside its words: a link that leads away, or a button that sends `text` as the person's message. */
export type ReplyAction =
  | { readonly type: 'link'; readonly label: string; readonly url: string }
  | { readonly type: 'button'; readonly label: string; readonly text: string }

/** More than this are nobody's choice: the rest of a longer list is not read. */
const mostActions = 50

// A hub may write its keys in either case.
const readText = (row: Readonly<Record<string, unknown>>, name: string): string => {
  const value = row[name] ?? row[`${name.charAt(0).toUpperCase()}${name.slice(1)}`]
  return typeof value === 'string' ? value.trim() : ''
}

const decodeAction = (row: unknown): ReplyAction | null => {
  if (!isRecord(row)) return null
  const [type, label, url, text] = ['type', 'label', 'url', 'text'].map((name) => readText(row, name))
  if (!label) return null
  if (type?.toLowerCase() === 'link') return url ? { type: 'link', label, url } : null
  // A button without words of its own says its label.
  return type?.toLowerCase() === 'button' ? { type: 'button', label, text: text || label } : null
}

/**
 * Reads a message's `actions`, for every wire alike. Total: what is no list gives none, and entries of another type or
 * without a label or an address are left out. The address is not judged here: whoever draws it does.
 */
export const decodeReplyActions = (value: unknown): readonly ReplyAction[] =>
  Array.isArray(value) ? value.slice(0, mostActions).flatMap((row: unknown) => decodeAction(row) ?? []) : []
