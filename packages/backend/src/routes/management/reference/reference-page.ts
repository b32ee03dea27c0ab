import type { ApiDocument } from '../openapi/api-document.ts'
import { type Html, html } from './html.ts'
import { type PlacedOperation, operationHtml } from './operation-html.ts'
import { referenceStyles } from './reference-styles.ts'
import { schemaAnchor, schemaHtml } from './schema-html.ts'

/** The reference as one page of HTML, drawn from the document alone: no script, and no style but its own, which `nonce` admits. */
export function referencePage(api: ApiDocument, nonce: string): string {
  const title = String(api.info['title'])
  const groups = api.tags.map((tag) => ({ ...tag, operations: operationsOf(api, tag.name) }))
  const schemas = Object.entries(api.components.schemas).filter(([name]) => !name.startsWith('schema'))
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <style nonce="${nonce}">
        ${{ html: referenceStyles }}
      </style>
      <nav aria-label="Contents">
        <a href="#top">${title}</a>
        ${groups.map((group) => contentsHtml(group.name, group.operations))}
        <p><a href="#schemas">Schemas</a></p>
      </nav>
      <main id="top">
        <h1>${title}</h1>
        <p class="lead">${String(api.info['description'])}</p>
        <p>OpenAPI ${api.openapi}: <a href="openapi.json">openapi.json</a></p>
        ${groups.map(
          ({ name, description, operations }) =>
            html`<section aria-labelledby="${tagAnchor(name)}">
              <h2 id="${tagAnchor(name)}">${name}</h2>
              <p>${description}</p>
              ${operations.map(operationHtml)}
            </section>`,
        )}
        <section aria-labelledby="schemas">
          <h2 id="schemas">Schemas</h2>
          <p>What bodies and answers are made of.</p>
          ${schemas.map(
            ([name, schema]) =>
              html`<article id="${schemaAnchor(name)}">
                <h3>${name}</h3>
                ${schemaHtml(schema)}
              </article>`,
          )}
        </section>
      </main>
    </html> `.html
}

const tagAnchor = (name: string): string => `part-${name.toLowerCase().replaceAll(' ', '-')}`

const operationsOf = (api: ApiDocument, tag: string): readonly PlacedOperation[] =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => Array.isArray(operation['tags']) && operation['tags'].includes(tag))
      .map(([method, operation]) => ({ method, path, operation })),
  )

const contentsHtml = (name: string, operations: readonly PlacedOperation[]): Html =>
  html`<details>
    <summary>${name}</summary>
    <ul>
      ${operations.map(
        ({ operation }) =>
          html`<li><a href="#${String(operation['operationId'])}">${String(operation['summary'])}</a></li>`,
      )}
    </ul>
  </details>`
