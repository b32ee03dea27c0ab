import { renderText, type JsonObject } from '@threadwork/engine'
import { type InbuiltTool, succeeded, textIn } from '../tool.ts'
import { inputScope } from '../input-scope.ts'

/** `{template, values}` → `{text}`: `{{path}}` in one pass, as everywhere. */
export const textTemplate: InbuiltTool = {
  description: 'Fills values into a text that has {{path}} in it.',
  inputSchema: {
    type: 'object',
    required: ['template', 'values'],
    properties: { template: { type: 'string', maxLength: 100_000 }, values: { type: 'object' } },
    additionalProperties: false,
  },
  run: (input) => {
    // Its schema says that it is a record.
    const scope = inputScope(input['values'] as JsonObject, { values: {}, secretNames: [] })
    return succeeded({ text: renderText(textIn(input, 'template'), scope) })
  },
}
