import { z } from 'zod'
import type { ParameterNote } from '../question.ts'
import { renderText } from '../text/render.ts'
import { unexpected } from './answers.ts'
import { jsonObject, optionalText, text, wholeNumber } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { renderObject } from './render-object.ts'
import { templatesIn } from './templates-in.ts'

const note: z.ZodType<ParameterNote> = z.object({
  name: text('A note names its parameter.'),
  label: text('A note needs a label.'),
  type: z.string().default('string'),
  controlType: z.string().exactOptional(),
  isOptional: z.boolean().default(false),
  hint: z.string().exactOptional(),
  get properties() {
    return z.array(note).exactOptional()
  },
})

const expirySentence = 'An approval expires after a number of milliseconds, from 1 on, or never.'

const schema = z.object({
  skill: text('Name what is approved.'),
  /** Its name on the wire, like `recipe:12`. */
  skillId: optionalText,
  parameters: jsonObject.default({}),
  notes: z.array(note).default([]),
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
