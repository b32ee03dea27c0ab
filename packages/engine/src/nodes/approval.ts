import { z } from 'zod'
import type { ParameterNote } from '../question.ts'
import { renderText } from '../text/render.ts'
import { unexpected } from './answers.ts'
import { jsonObject, optionalText, text, wholeNumber } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { renderObject } from './render-object.ts'
import { templatesIn } from './templates-in.ts'

const word = (error: string): z.ZodString => z.string({ error })
const noteSentence = 'A note names a parameter, and gives it a label.'
const notesSentence = 'This takes a list of notes.'

const note: z.ZodType<ParameterNote> = z.object(
  {
    name: text('A note names its parameter.'),
    label: text('A note needs a label.'),
    type: word('The type of a parameter is a word, like “string”.').default('string'),
    controlType: word('The control of a parameter is a word, like “text-area”.').exactOptional(),
    isOptional: z.boolean({ error: 'A parameter can be left out, or it cannot.' }).default(false),
    hint: word('A hint is a text.').exactOptional(),
    get properties() {
      return z.array(note, { error: notesSentence }).exactOptional()
    },
  },
  { error: noteSentence },
)

const expirySentence = 'An approval expires after a number of milliseconds, from 1 on, or never.'

const schema = z.object({
  skill: text('Name what is approved.'),
  /** Its name on the wire, like `recipe:12`. */
  skillId: optionalText,
  parameters: jsonObject.default({}),
  notes: z.array(note, { error: notesSentence }).default([]),
  scope: z
    .enum(['skill', 'business'], { error: 'An approval is for a “skill”, or for “business”.' })
    .default('skill'),
  /** From when it counts as rejected; `null` waits for ever. */
  expiresAfterMs: wholeNumber(expirySentence, 1, 10 * 365 * 86_400_000)
    .nullable()
    .default(null),
})

/** Asks a person to approve something exactly as it is shown. */
export const approval: NodeKind = defineKind({
  type: 'approval',
  category: 'person',
  schema,
  ways: ['true', 'false'],
  isShown: true,
  asks: 'approval',
  templates: ({ skill, parameters }) => templatesIn({ skill, parameters }),
  begin: (config, scope) => ({
    type: 'ask',
    question: {
      type: 'approval',
      scope: config.scope,
      skill: renderText(config.skill, scope),
      skillId: config.skillId,
      parameters: renderObject(config.parameters, scope),
      notes: config.notes,
      expiresAt: config.expiresAfterMs === null ? null : scope.now + config.expiresAfterMs,
    },
  }),
  finish: (_, answer) => {
    if (answer.type !== 'decision') return unexpected
    const { isApproved, reason, by } = answer
    return {
      type: 'done',
      output: { approved: isApproved, reason, by },
      branch: isApproved ? 'true' : 'false',
    }
  },
})
