import { z } from 'zod'
import { unexpected } from './answers.ts'
import { text } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'

/** Asks a person to connect an account; skipped is a no that was not said aloud. */
export const connection: NodeKind = defineKind({
  type: 'connection',
  category: 'person',
  schema: z.object({ connector: text('Choose what is connected.') }),
  ways: ['true', 'false', 'conditional'],
  isShown: true,
  asks: 'connection',
  begin: ({ connector }) => ({ type: 'ask', question: { type: 'connection', connector } }),
  finish: (_, answer) => {
    if (answer.type !== 'connection') return unexpected
    const { outcome } = answer
    return { type: 'done', output: { outcome }, branch: outcome === 'authorized' ? 'true' : 'false' }
  },
})
