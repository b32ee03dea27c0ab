import type { Json, JsonObject } from '../json.ts'
import { templatePaths } from '../text/parse-template.ts'
import type { TemplateUse } from './node-kind.ts'

/** The templates in the texts of these fields, at any depth. */
export const templatesIn = (fields: JsonObject): readonly TemplateUse[] => usesIn(fields, '', false)

/** The same, for fields that go to a named host and nowhere else. */
export const secretTemplatesIn = (fields: JsonObject): readonly TemplateUse[] => usesIn(fields, '', true)

function usesIn(value: Json, path: string, mayHoldSecret: boolean): readonly TemplateUse[] {
  if (typeof value === 'string') {
    return templatePaths(value).length > 0 ? [{ path, text: value, mayHoldSecret }] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]: [string, Json]) =>
    usesIn(each, path === '' ? key : `${path}.${key}`, mayHoldSecret),
  )
}
