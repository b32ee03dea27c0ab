import { z } from 'zod'
import type { Rendered } from '../rendered.ts'
import { renderBody, renderJsonText } from '../text/render-body.ts'
import { renderUrl } from '../text/render-url.ts'
import { maskSecrets, render } from '../text/render.ts'
import type { Scope } from '../text/scope.ts'
import { mapped, saved, withOutput } from './answers.ts'
import { mapping, onFailure, retries, saveAs, text, timeoutMs, url } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { secretTemplatesIn } from './templates-in.ts'
import { withRetries } from './with-retries.ts'

const nameSentence = 'A header has a name of letters, digits and dashes, like “Authorization”.'

const schema = z
  .object({
    method: z
      .enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], { error: 'Choose GET, POST, PUT, PATCH or DELETE.' })
      .default('GET'),
    url,
    headers: z
      .array(
        z.object({
          name: z.string({ error: nameSentence }).regex(/^[!#$%&'*+.^_`|~\w-]+$/, { error: nameSentence }),
          value: text('Give the header a value.').regex(/^[^\r\n]*$/, { error: 'A header is one line.' }),
        }),
        { error: 'This takes a list of names and values.' },
      )
      .default([]),
    /** A text or JSON, with templates; `null` sends none. */
    body: z.json().default(null),
    responseMapping: mapping,
    saveAs,
    timeoutMs: timeoutMs(30_000),
    retries,
    onFailure,
  })
  .refine(({ method, body }) => body === null || body === '' || (method !== 'GET' && method !== 'DELETE'), {
    path: ['body'],
    error: 'GET and DELETE carry no body; take it out, or choose POST, PUT or PATCH.',
  })

type Config = z.infer<typeof schema>

/** Calls a web service. */
export const httpRequest: NodeKind = defineKind<Config>({
  type: 'http-request',
  category: 'tool',
  schema,
  ways: ['direct', 'conditional', 'false'],
  isShown: true,
  canContinue: true,
  templates: ({ url, headers, body }) =>
    secretTemplatesIn({ url, headers: headers.map(({ value }) => ({ value })), body }),
  sets: ({ responseMapping, saveAs }) => [
    ...responseMapping.map(({ variable }) => variable),
    ...(saveAs === null ? [] : [saveAs]),
  ],
  begin: (config, scope) => {
    const { method, timeoutMs, retries } = config
    const url = renderUrl(config.url.trim(), scope)
    const headers = config.headers.map(({ name, value }) => ({ name, value: oneLine(render(value, scope)) }))
    const body = bodyOf(config, scope)
    return {
      type: 'perform',
      action: { type: 'http', method, url, headers, body, timeoutMs, retries },
      input: {
        method,
        url: maskSecrets(url),
        headers: headers.map(({ name, value }) => ({ name, value: maskSecrets(value) })),
        body: body && maskSecrets(body),
      },
      timeoutMs: withRetries(timeoutMs, retries),
    }
  },
  finish: ({ responseMapping, saveAs }, answer) =>
    withOutput(answer, (output) => ({
      type: 'done',
      output,
      variables: { ...saved(saveAs, output), ...mapped(responseMapping, output) },
    })),
})

function bodyOf({ body }: Config, scope: Scope): Rendered | null {
  if (body === null || body === '') return null
  return typeof body === 'string' ? renderBody(body, scope) : renderJsonText(body, scope)
}

// A value with a line break in it would begin a header of its own.
const oneLine = (value: Rendered): Rendered =>
  value.map((piece) => (typeof piece === 'string' ? piece.replaceAll(/[\r\n]+/g, ' ') : piece))
