import { z } from 'zod'
import type { ReplyAction } from '../run/run-event.ts'
import { renderMarkdown, renderText } from '../text/render.ts'
import type { Scope } from '../text/scope.ts'
import { text } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { templatesIn } from './templates-in.ts'

const linkSentence = 'A link starts with http://, https:// or mailto:, or with a variable that does.'
const linkShape = 'A link has a label and an address.'
const safeUrl = /^\s*(?:https?:\/\/|mailto:)/i

const schema = z.object({
  text: text('Write the reply.'),
  links: z
    .array(
      z.object(
        {
          label: text('A link needs words to press.'),
          url: text('A link needs an address.').regex(/^\s*(?:https?:\/\/|mailto:|\{\{)/i, {
            error: linkSentence,
          }),
        },
        { error: linkShape },
      ),
      { error: 'This takes a list of links.' },
    )
    .default([]),
  /** A button sends its text as the person's message. */
  buttons: z
    .array(
      z.object(
        { label: text('A button needs words to press.'), text: text('Say what the button sends.') },
        { error: 'A button has a label, and a text that it sends.' },
      ),
      { error: 'This takes a list of buttons.' },
    )
    .default([]),
})

type Config = z.infer<typeof schema>

/** Says a reply as it is written, with links and buttons under it. */
export const customReply: NodeKind = defineKind<Config>({
  type: 'custom-reply',
  category: 'communication',
  schema,
  isShown: false,
  templates: ({ text, links, buttons }) => templatesIn({ text, links, buttons }),
  begin: (config, scope) => {
    const text = renderMarkdown(config.text, scope)
    const actions = actionsOf(config, scope)
    const unsafe = actions.find((action) => action.type === 'link' && !safeUrl.test(action.url))
    if (unsafe)
      return { type: 'failed', error: `The link “${unsafe.label}” leads nowhere safe. ${linkSentence}` }
    return { type: 'done', output: { text }, says: [{ text, actions }] }
  },
})

const actionsOf = ({ links, buttons }: Config, scope: Scope): readonly ReplyAction[] => [
  ...links.map(({ label, url }) => ({
    type: 'link' as const,
    label: renderText(label, scope),
    url: renderText(url, scope).trim(),
  })),
  ...buttons.map(({ label, text }) => ({
    type: 'button' as const,
    label: renderText(label, scope),
    text: renderText(text, scope),
  })),
]
