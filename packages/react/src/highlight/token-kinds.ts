import type { ThemeRegistrationRaw } from 'shiki/core'

/** What colours a piece of code; the style sheet gives each its colour in both themes. */
export type TokenKind =
  | 'keyword'
  | 'string'
  | 'comment'
  | 'constant'
  | 'function'
  | 'type'
  | 'name'
  | 'inserted'
  | 'deleted'

const scopes: Readonly<Record<TokenKind, readonly string[]>> = {
  keyword: ['keyword', 'storage', 'variable.language', 'punctuation.definition.heading', 'markup.heading'],
  string: ['string', 'markup.inline.raw', 'markup.fenced_code', 'markup.underline.link'],
  comment: ['comment', 'punctuation.definition.comment', 'markup.quote'],
  constant: ['constant', 'support.constant', 'keyword.other.unit', 'variable.other.constant'],
  function: ['entity.name.function', 'support.function', 'entity.name.command'],
  type: [
    'entity.name.type',
    'entity.name.class',
    'entity.other.inherited-class',
    'support.type',
    'support.class',
    'entity.name.namespace',
    'storage.type.java',
    'storage.type.cs',
  ],
  name: [
    'entity.name.tag',
    'entity.other.attribute-name',
    'support.type.property-name',
    'meta.object-literal.key',
    'variable.other.property',
    'variable.parameter',
  ],
  inserted: ['markup.inserted'],
  deleted: ['markup.deleted'],
}

/** All kinds: the place of one in this list is its number in a span. */
// The record's keys are the union's members.
export const tokenKinds = Object.keys(scopes) as readonly TokenKind[]

const rule = (scope: readonly string[], foreground: string) => ({
  scope: [...scope],
  settings: { foreground },
})
const plain = (scope: readonly string[]) => rule(scope, '#000000')
const coloured = (kind: TokenKind, scope: readonly string[]) =>
  rule(scope, `#${(tokenKinds.indexOf(kind) + 1).toString(16).padStart(6, '0')}`)

/** A theme whose colours are numbers of kinds: black for none, then the kinds in their order. */
export const kindTheme: ThemeRegistrationRaw & { readonly name: string } = {
  name: 'kinds',
  type: 'light',
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    { settings: { foreground: '#000000' } },
    ...tokenKinds.map((kind) => coloured(kind, scopes[kind])),
    // Operators and brackets are no words: coloured, they would hide those that are.
    plain(['keyword.operator', 'punctuation', 'meta.template.expression', 'meta.embedded']),
    coloured('string', ['punctuation.definition.string']),
    coloured('comment', ['punctuation.definition.comment']),
    coloured('inserted', ['punctuation.definition.inserted']),
    coloured('deleted', ['punctuation.definition.deleted']),
    coloured('keyword', [
      'keyword.operator.new',
      'keyword.operator.expression',
      'keyword.operator.logical.python',
    ]),
  ],
}

/** The kind behind a colour of the theme; `null` for plain text. */
export const kindOf = (colour: string | undefined): TokenKind | null =>
  tokenKinds[Number.parseInt(colour?.slice(1) ?? '', 16) - 1] ?? null
