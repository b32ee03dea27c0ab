import type { JsonObject } from '../json.ts'
import { renderJson } from '../text/render.ts'
import type { Scope } from '../text/scope.ts'
import { textOf } from '../text/text-of.ts'

/** A record with the templates inside its texts rendered, as `renderJson` does. */
export const renderObject = (fields: JsonObject, scope: Scope): JsonObject =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, renderJson(value, scope)]))

/** Texts with their values; one that is exactly one `{{path}}` of a list becomes its entries. Empty ones are left out. */
export const renderList = (texts: readonly string[], scope: Scope): readonly string[] =>
  texts
    .flatMap((text) => renderJson(text, scope))
    .map(textOf)
    .filter((text) => text !== '')
