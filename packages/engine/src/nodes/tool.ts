import { z } from 'zod'
import { mapped, saved, withOutput } from './answers.ts'
import { jsonObject, mapping, onFailure, saveAs, text, timeoutMs } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { renderObject } from './render-object.ts'
import { templatesIn } from './templates-in.ts'

const schema = z.object({
  tool: text('Choose the tool that runs.'),
  /** Fields of the tool's input: texts with templates, or values. */
  input: jsonObject.default({}),
  outputMapping: mapping,
  saveAs,
  timeoutMs: timeoutMs(30_000),
  onFailure,
})

/** Runs a tool of the registry. */
export const tool: NodeKind = defineKind({
  type: 'tool',
  category: 'tool',
  schema,
  ways: ['direct', 'conditional', 'false'],
  isShown: true,
  canContinue: true,
  skillOf: ({ tool }) => tool,
  templates: ({ input }) => templatesIn({ input }),
  sets: ({ outputMapping, saveAs }) => [
    ...outputMapping.map(({ variable }) => variable),
    ...(saveAs === null ? [] : [saveAs]),
  ],
  begin: ({ tool, timeoutMs, ...config }, scope) => {
    const input = renderObject(config.input, scope)
    return { type: 'perform', action: { type: 'tool', tool, input, timeoutMs }, input, timeoutMs }
  },
  finish: ({ outputMapping, saveAs }, answer) =>
    withOutput(answer, (output) => ({
      type: 'done',
      output,
      variables: { ...saved(saveAs, output), ...mapped(outputMapping, output) },
    })),
})
