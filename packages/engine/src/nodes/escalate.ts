import { z } from 'zod'
import { isRecord } from '../is-record.ts'
import type { JsonObject } from '../json.ts'
import { optionalDataPointsSchema } from '../form/data-points-schema.ts'
import { readWords } from '../text/read-path.ts'
import { renderUrl } from '../text/render-url.ts'
import { maskSecrets, renderMarkdown, renderText } from '../text/render.ts'
import type { Scope } from '../text/scope.ts'
import { withOutput } from './answers.ts'
import { onFailure, optionalText, text, timeoutMs, url } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { Begun, NodeKind, Said } from './node-kind.ts'
import { formOf, formTexts } from './form-question.ts'
import { secretTemplatesIn, templatesIn } from './templates-in.ts'

const schema = z.object({
  /** Who is asked; `null` for whoever is there. */
  team: optionalText,
  note: optionalText,
  withTranscript: z.boolean({ error: 'The transcript goes along, or it does not.' }).default(true),
  /** What the person is asked for before, so that somebody can come back to them; an empty list asks nothing. */
  contactForm: optionalDataPointsSchema,
  contactMessage: text('Write what stands above the form.').default(
    'Leave your details, and somebody will come back to you.',
  ),
  /** Told of it by a signed web hook; `null` for those who look where escalations are listed. */
  url: url.nullable().default(null),
  /** What the person reads once it is done; `null` says nothing. */
  message: optionalText
    .unwrap()
    .default('I have handed this over to a person, who will come back to you here.'),
  timeoutMs: timeoutMs(30_000),
  onFailure,
})

type Config = z.infer<typeof schema>

/** Hands the conversation to people, with the transcript and what the person left of themselves. */
export const escalate: NodeKind = defineKind<Config>({
  type: 'escalate',
  category: 'conversation',
  schema,
  ways: ['direct', 'conditional', 'false'],
  isShown: true,
  asks: 'form',
  canContinue: true,
  templates: ({ team, note, contactMessage, contactForm, message, url }) => [
    ...templatesIn({ team, note, contactMessage, message }),
    ...secretTemplatesIn({ url }),
    ...templatesIn({ contactForm: contactForm.map(formTexts) }),
  ],
  begin: (config, scope) =>
    config.contactForm.length === 0
      ? escalated(config, {}, scope)
      : { type: 'ask', question: formOf(config.contactMessage, config.contactForm, scope) },
  beginAgain: (config, input, scope) => {
    const contact = readWords(input, ['contact'])
    return isRecord(contact) ? escalated(config, contact, scope) : null
  },
  finish: (config, answer, scope) =>
    answer.type === 'form'
      ? escalated(config, answer.values, scope)
      : withOutput(answer, (output) => ({ type: 'done', output, says: saysOf(config, scope) })),
})

const saysOf = ({ message }: Config, scope: Scope): readonly Said[] =>
  message === null || message.trim() === '' ? [] : [{ text: renderMarkdown(message, scope) }]

function escalated(config: Config, contact: JsonObject, scope: Scope): Begun {
  const team = config.team && renderText(config.team, scope)
  const note = renderText(config.note ?? '', scope)
  const { withTranscript, timeoutMs } = config
  const url = config.url === null ? null : renderUrl(config.url.trim(), scope)
  return {
    type: 'perform',
    action: { type: 'escalate', team, note, withTranscript, contact, url },
    input: { team, note, withTranscript, contact, url: url && maskSecrets(url) },
    timeoutMs,
  }
}
