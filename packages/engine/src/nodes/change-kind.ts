import { z } from 'zod'
import type { ConversationChange } from '../action.ts'
import type { Json, JsonObject } from '../json.ts'
import type { Scope } from '../text/scope.ts'
import { withOutput } from './answers.ts'
import { onFailure, timeoutMs } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { templatesIn } from './templates-in.ts'

interface ChangeKind<Shape extends z.ZodRawShape> {
  readonly type: string
  /** The fields of its config, each a text or a list of them. */
  readonly fields: Shape
  readonly change: (config: z.infer<z.ZodObject<Shape>>, scope: Scope) => ConversationChange | null
}

/** A kind that changes something on the conversation. A change of nothing is done without asking the host. */
export function changeKind<Shape extends z.ZodRawShape>({
  type,
  fields,
  change,
}: ChangeKind<Shape>): NodeKind {
  const own = z.object(fields)
  const schema = own.extend({ timeoutMs: timeoutMs(30_000), onFailure })
  return defineKind({
    type,
    category: 'conversation',
    schema: schema as unknown as z.ZodType<z.infer<typeof own> & { readonly timeoutMs: number }>,
    ways: ['direct', 'conditional', 'false'],
    isShown: true,
    canContinue: true,
    templates: (config) => templatesIn(config as unknown as JsonObject),
    begin: (config, scope) => {
      const made = change(config, scope)
      if (made === null) return { type: 'done', output: null }
      const input: Json = { ...made }
      return {
        type: 'perform',
        action: { type: 'conversation', change: made },
        input,
        timeoutMs: config.timeoutMs,
      }
    },
    finish: (_, answer) => withOutput(answer, (output) => ({ type: 'done', output })),
  })
}
