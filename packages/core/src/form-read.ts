/** An object off a wire, its property names folded: lower case, without underscores. It has no prototype. */
export type Raw = Readonly<Record<string, unknown>>

export const asText = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null

export const asCount = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

export const asBound = (value: unknown): number | string | null =>
  typeof value === 'number' || typeof value === 'string' ? value : null

/** One spelling for `MinLength`, `minLength` and `min_length`. */
export const foldName = (name: string): string => name.toLowerCase().replaceAll(/[_-]/gu, '')

/** A wire may spell a property in any case; the first spelling wins. */
export const foldKeys = (raw: object): Raw => {
  const folded = Object.create(null) as Record<string, unknown> // Object.create is typed `any`
  for (const [name, value] of Object.entries(raw)) folded[foldName(name)] ??= value
  return folded
}
