import { z } from 'zod'
import { renderText } from '../text/render.ts'
import { saved, withOutput } from './answers.ts'
import {
  choiceOf,
  jsonObject,
  modelFields,
  onFailure,
  optionalTexts,
  saveAs,
  text,
  timeoutMs,
  wholeNumber,
} from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { templatesIn } from './templates-in.ts'

const schema = z.object({
  ...modelFields,
  systemPrompt: text('Write the task that the model works on.'),
  /** A JSON Schema of what it makes; `null` for `{text}`. */
  outputSchema: jsonObject.nullable().default(null),
  tools: optionalTexts,
  maxTurns: wholeNumber('The most turns are a whole number from 1 to 50.', 1, 50).default(10),
  saveAs,
  timeoutMs: timeoutMs(120_000),
  onFailure,
})

/** Lets a model work in the background; what it makes is data, and nobody is told. */
export const workerLlm: NodeKind = defineKind({
  type: 'worker-llm',
  category: 'llm',
  schema,
  ways: ['direct', 'conditional', 'false'],
  isShown: true,
  canContinue: true,
  templates: ({ systemPrompt }) => templatesIn({ systemPrompt }),
  sets: ({ saveAs }) => (saveAs === null ? [] : [saveAs]),
  begin: (config, scope) => {
    const system = renderText(config.systemPrompt, scope)
    const { tools, maxTurns, outputSchema, timeoutMs } = config
    const choice = choiceOf(config)
    return {
      type: 'perform',
      action: { type: 'llm', use: 'worker', choice, system, tools, maxTurns, outputSchema },
      input: { system, tools },
      timeoutMs,
    }
  },
  finish: ({ saveAs }, answer) =>
    withOutput(answer, (output) => ({ type: 'done', output, variables: saved(saveAs, output) })),
})
