const id = /(?<![a-z])([a-z]+)_(?:[0-9a-hjkmnp-tv-z]{20}|[0-9a-f]{32})(?![0-9a-z])/gu
const time = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu

/** Writes a line of a trace, `what: JSON`, so that it says the same in every world: ids by the order in which they are met, times and lengths as words. */
export const createNormaliser = (): ((what: string, value: unknown) => string) => {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  const nameOf = (whole: string, kind: string): string => {
    const count = (counts.get(kind) ?? 0) + 1
    const name = names.get(whole) ?? `${kind}-${count}`
    if (!names.has(whole)) counts.set(kind, count)
    names.set(whole, name)
    return name
  }
  return (what, value) => {
    const text = JSON.stringify(value, (key, each: unknown) => (isLength(key, each) ? '<ms>' : each))
    return `${what}: ${text ?? 'undefined'}`.replaceAll(time, '<time>').replaceAll(id, nameOf)
  }
}

const isLength = (key: string, value: unknown): boolean => typeof value === 'number' && key.endsWith('Ms')
