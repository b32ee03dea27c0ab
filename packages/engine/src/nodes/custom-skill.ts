import { z } from 'zod'
import { saved, withOutput } from './answers.ts'
import { jsonObject, onFailure, saveAs, text, timeoutMs } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { renderObject } from './render-object.ts'
import { templatesIn } from './templates-in.ts'

const schema = z.object({
  skill: text('Choose the skill that runs.'),
  input: jsonObject.default({}),
  saveAs,
  timeoutMs: timeoutMs(60_000),
  onFailure,
})

/** Runs a skill of an installed skill set. */
export const customSkill: NodeKind = defineKind({
  type: 'custom-skill',
  category: 'tool',
  schema,
  ways: ['direct', 'conditional', 'false'],
  isShown: true,
  canContinue: true,
  skillOf: ({ skill }) => skill,
  templates: ({ input }) => templatesIn({ input }),
  sets: ({ saveAs }) => (saveAs === null ? [] : [saveAs]),
  begin: ({ skill, timeoutMs, ...config }, scope) => {
    const input = renderObject(config.input, scope)
    return { type: 'perform', action: { type: 'skill', skill, input, timeoutMs }, input, timeoutMs }
  },
  finish: ({ saveAs }, answer) =>
    withOutput(answer, (output) => ({ type: 'done', output, variables: saved(saveAs, output) })),
})
