import { z } from 'zod'
import { renderMarkdown } from '../text/render.ts'
import { texts } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { templatesIn } from './templates-in.ts'

const schema = z.object({
  texts: texts('Write at least one message.'),
  /** `fixed` says the first, `random` any of them. */
  pick: z
    .enum(['fixed', 'random'], { error: 'A message is “fixed”, or “random” out of several.' })
    .default('fixed'),
})

/** Says a message as it is written, or one of several. */
export const sayStatic: NodeKind = defineKind({
  type: 'say-static',
  category: 'llm',
  schema,
  isShown: false,
  templates: ({ texts }) => templatesIn({ texts }),
  begin: ({ texts, pick }, scope) => {
    const index = pick === 'fixed' ? 0 : Math.floor(scope.random * texts.length)
    const text = renderMarkdown(texts[index] ?? '', scope)
    return { type: 'done', output: { text, index }, says: [{ text }] }
  },
})
