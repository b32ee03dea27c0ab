import { z } from 'zod'
import { renderText } from '../text/render.ts'
import { saved, textAt, withOutput } from './answers.ts'
import {
  choiceOf,
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
  systemPrompt: text('Write what the model is told: who it is, and what it should say.'),
  /** Names of tools of the registry that the model may call. */
  tools: optionalTexts,
  maxTurns: wholeNumber('The most turns are a whole number from 1 to 50.', 1, 50).default(1),
  saveAs,
  timeoutMs: timeoutMs(120_000),
  onFailure,
})

/** Lets a model say something in the conversation. */
export const sayLlm: NodeKind = defineKind({
  type: 'say-llm',
  category: 'llm',
  schema,
  ways: ['direct', 'conditional', 'false'],
  isShown: false,
  canContinue: true,
  templates: ({ systemPrompt }) => templatesIn({ systemPrompt }),
  sets: ({ saveAs }) => (saveAs === null ? [] : [saveAs]),
  begin: (config, scope) => {
    const system = renderText(config.systemPrompt, scope)
    const { tools, maxTurns, timeoutMs } = config
    const choice = choiceOf(config)
    return {
      type: 'perform',
      action: { type: 'llm', use: 'say', choice, system, tools, maxTurns, outputSchema: null },
      input: { system, tools },
      timeoutMs,
    }
  },
  finish: ({ saveAs }, answer) =>
    withOutput(answer, (output) => {
      const said = textAt(output, 'text')
      const says = said === '' ? [] : [{ text: said }]
      return { type: 'done', output, says, variables: saved(saveAs, said) }
    }),
})
