import { z } from 'zod'
import type { Operator } from '../condition.ts'
import type { Json } from '../json.ts'
import { compare } from '../text/compare.ts'
import { renderJson } from '../text/render.ts'
import type { Scope } from '../text/scope.ts'
import { text, texts } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { templatesIn } from './templates-in.ts'

const equals = z
  .literal('equals', { error: 'This field can be compared with “equals” alone.' })
  .default('equals')

const comparison = z.discriminatedUnion(
  'field',
  [
    z.object({
      field: z.literal('conversation-status'),
      operator: equals,
      value: z.enum(['open', 'resolved'], { error: 'A status is “open” or “resolved”.' }),
    }),
    z.object({
      field: z.literal('labels'),
      operator: z.enum(['present', 'absent'], { error: 'Labels are “present” or “absent”.' }),
      value: z.union([texts('Choose at least one label.'), text('Choose a label.')], {
        error: 'Choose at least one label.',
      }),
    }),
    z.object({ field: z.literal('channel'), operator: equals, value: text('Choose a channel.') }),
    z.object({
      field: z.literal('starred'),
      operator: equals,
      value: z.boolean({ error: 'A conversation is starred, or it is not.' }),
    }),
    z.object({
      field: z.literal('message-text'),
      operator: z.enum(['equals', 'contains', 'starts-with', 'ends-with'], {
        error: 'A message can be compared with equals, contains, starts-with or ends-with.',
      }),
      value: text('Write what the message is compared with.'),
    }),
  ],
  { error: 'Choose what is checked: conversation-status, labels, channel, starred or message-text.' },
)

type Comparison = z.infer<typeof comparison>

const schema = z.object({
  match: z
    .enum(['all', 'any'], { error: 'The conditions hold “all” together, or “any” of them.' })
    .default('all'),
  conditions: z
    .array(comparison, { error: 'Set up at least one condition.' })
    .min(1, { error: 'Set up at least one condition.' }),
})

/** Decides by the conversation and the message which way is followed. */
export const decision: NodeKind = defineKind({
  type: 'decision',
  category: 'flow',
  schema,
  ways: ['true', 'false'],
  isShown: false,
  templates: ({ conditions }) => templatesIn({ conditions: conditions.map(({ value }) => ({ value })) }),
  begin: ({ match, conditions }, scope) => {
    const results = conditions.map((each) => isMet(each, scope))
    const result = match === 'all' ? results.every(Boolean) : results.some(Boolean)
    return { type: 'done', output: { result, results }, branch: result ? 'true' : 'false' }
  },
})

const paths = {
  'conversation-status': 'conversation.status',
  labels: 'conversation.labels',
  channel: 'conversation.channel',
  starred: 'conversation.starred',
  'message-text': 'message.text',
}

function isMet({ field, operator, value }: Comparison, scope: Scope): boolean {
  const found = scope.read(paths[field])
  const wanted = renderJson(value, scope)
  if (operator === 'present') return listOf(wanted).every((label) => compare(found, 'contains', label))
  if (operator === 'absent') return !listOf(wanted).some((label) => compare(found, 'contains', label))
  // What a conversation never said of itself is not starred.
  return compare(found ?? (field === 'starred' ? false : undefined), operator satisfies Operator, wanted)
}

const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value])
