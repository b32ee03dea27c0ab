import { z } from 'zod'
import { renderText } from '../text/render.ts'
import { withOutput } from './answers.ts'
import { optionalText, timeoutMs } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { templatesIn } from './templates-in.ts'

const schema = z.object({ reason: optionalText, timeoutMs: timeoutMs(30_000) })

/** Ends the conversation, and the run with it. */
export const endConversation: NodeKind = defineKind({
  type: 'end-conversation',
  category: 'control',
  schema,
  ways: [],
  isShown: false,
  templates: ({ reason }) => templatesIn({ reason }),
  begin: ({ reason: template, timeoutMs }, scope) => {
    const reason = template === null ? null : renderText(template, scope)
    return { type: 'perform', action: { type: 'end-conversation', reason }, input: { reason }, timeoutMs }
  },
  finish: (_, answer) => withOutput(answer, (output) => ({ type: 'done', output, ends: 'run' })),
})
