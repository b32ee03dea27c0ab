import { type Html, html } from './html.ts'
import { asObject, referredName, schemaAnchor, typeHtml } from './schema-html.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** One operation as the document tells it, and where. */
export interface PlacedOperation {
  readonly method: string
  readonly path: string
  readonly operation: JsonObject
}

/** An operation, with what it takes and what it answers. */
export function operationHtml({ method, path, operation }: PlacedOperation): Html {
  const { operationId, summary, description, parameters, requestBody, responses } = operation
  return html`<article id="${String(operationId)}">
    <h3>${String(summary)}</h3>
    <p class="address">
      <b data-method="${method}">${method.toUpperCase()}</b> <code>${breakable(path)}</code>
    </p>
    ${typeof description === 'string' ? html`<p>${description}</p>` : ''}
    ${parametersHtml(Array.isArray(parameters) ? parameters : [])}
    ${requestBody === undefined ? '' : bodyHtml(asObject(requestBody))}
    <h4>Answers</h4>
    <dl>
      ${Object.entries(asObject(responses)).map(([status, response]) => responseHtml(status, asObject(response)))}
    </dl>
  </article>`
}

// A path breaks behind its slashes on a narrow screen.
const breakable = (path: string): Html => ({
  html: path
    .split('/')
    .map((part) => html`${part}`.html)
    .join('/<wbr>'),
})

function parametersHtml(parameters: readonly unknown[]): Html {
  if (parameters.length === 0) return html``
  return html`<h4>Parameters</h4>
    <dl>${parameters.map((each) => parameterHtml(asObject(each)))}</dl>`
}

function parameterHtml({ name, in: place, required, description, schema }: JsonObject): Html {
  return html`<div>
    <dt>
      <code>${String(name)}</code>
      <small>${String(place)}</small>${required === true ? html` <b>required</b>` : ''}
    </dt>
    <dd>
      <span>${typeHtml(schema)}</span
      >${typeof description === 'string' ? html` <span>${description}</span>` : ''}
    </dd>
  </div>`
}

function bodyHtml({ content }: JsonObject): Html {
  return html`<h4>Body</h4>
    <p>${contentHtml(asObject(content))}</p>`
}

function contentHtml(content: JsonObject): Html {
  const [entry] = Object.entries(content)
  if (!entry) return html``
  const [mediaType, { schema }] = [entry[0], asObject(entry[1])]
  const name = referredName(schema)
  const link = name === null ? typeHtml(schema) : html`<a href="#${schemaAnchor(name)}">${name}</a>`
  return html`${link} <small>${mediaType}</small>`
}

function responseHtml(status: string, { $ref, description, content }: JsonObject): Html {
  if ($ref !== undefined) {
    return html`<div>
      <dt><code>4xx, 5xx</code></dt>
      <dd><a href="#${schemaAnchor('Problem')}">Problem</a> <small>application/problem+json</small></dd>
    </div>`
  }
  return html`<div>
    <dt><code>${status}</code></dt>
    <dd><span>${String(description)}</span> ${contentHtml(asObject(content))}</dd>
  </div>`
}
