import { z } from 'zod'
import { renderText } from '../text/render.ts'
import { withOutput } from './answers.ts'
import { onFailure, optionalText, text, timeoutMs } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { templatesIn } from './templates-in.ts'

const schema = z.object({
  to: text('Enter the phone number, or a variable like {{contact.phone}}.'),
  message: text('Write the message.'),
  /** A provider that the team has set up; `null` takes the usual one. */
  provider: optionalText,
  timeoutMs: timeoutMs(30_000),
  onFailure,
})

/** Sends a text message to a phone. */
export const sendSms: NodeKind = defineKind({
  type: 'send-sms',
  category: 'communication',
  schema,
  ways: ['direct', 'conditional', 'false'],
  isShown: true,
  canContinue: true,
  templates: ({ to, message }) => templatesIn({ to, message }),
  begin: ({ provider, timeoutMs, ...config }, scope) => {
    const to = renderText(config.to, scope).trim()
    const text = renderText(config.message, scope)
    if (to === '')
      return { type: 'failed', error: `“${config.to}” gives no phone number; fill it in before this step.` }
    return { type: 'perform', action: { type: 'sms', to, text, provider }, input: { to, text }, timeoutMs }
  },
  finish: (_, answer) => withOutput(answer, (output) => ({ type: 'done', output })),
})
