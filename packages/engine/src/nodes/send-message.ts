import { z } from 'zod'
import { renderMarkdown } from '../text/render.ts'
import { text } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { templatesIn } from './templates-in.ts'

/** Sends a message in the conversation. */
export const sendMessage: NodeKind = defineKind({
  type: 'send-message',
  category: 'communication',
  schema: z.object({ text: text('Write the message.') }),
  isShown: false,
  templates: ({ text }) => templatesIn({ text }),
  begin: (config, scope) => {
    const text = renderMarkdown(config.text, scope)
    return { type: 'done', output: { text }, says: [{ text }] }
  },
})
