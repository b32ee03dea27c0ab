import { z } from 'zod'
import { renderUrl } from '../text/render-url.ts'
import { maskSecrets, renderText } from '../text/render.ts'
import { withOutput } from './answers.ts'
import { jsonObject, onFailure, retries, text, timeoutMs, url } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { renderObject } from './render-object.ts'
import { secretTemplatesIn, templatesIn } from './templates-in.ts'
import { withRetries } from './with-retries.ts'

const schema = z.object({
  url,
  event: text('Name the event, like “order.cancelled”.').default('workflow.step'),
  payload: jsonObject.default({}),
  /** Whose URL it is: it changes what a panel shows, and nothing else. */
  preset: z.enum(['custom', 'zapier', 'make'], { error: 'Choose custom, zapier or make.' }).default('custom'),
  timeoutMs: timeoutMs(15_000),
  retries: retries.unwrap().default(3),
  onFailure,
})

/** Sends a signed event to a URL: one's own, or one of Zapier or Make. */
export const webhook: NodeKind = defineKind({
  type: 'webhook',
  category: 'communication',
  schema,
  ways: ['direct', 'conditional', 'false'],
  isShown: true,
  canContinue: true,
  templates: ({ url, event, payload }) => [...secretTemplatesIn({ url }), ...templatesIn({ event, payload })],
  begin: ({ timeoutMs, retries, ...config }, scope) => {
    const url = renderUrl(config.url.trim(), scope)
    const event = renderText(config.event, scope)
    const payload = renderObject(config.payload, scope)
    return {
      type: 'perform',
      action: { type: 'webhook', url, event, payload, timeoutMs, retries },
      input: { url: maskSecrets(url), event, payload },
      timeoutMs: withRetries(timeoutMs, retries),
    }
  },
  finish: (_, answer) => withOutput(answer, (output) => ({ type: 'done', output })),
})
