const id = /\b([a-z]+)_[0-9a-hjkmnp-tv-z]{20}\b/gu
const time = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/gu

/** Writes JSON so that it says the same in every world: ids by the order in which they are met, times and lengths as words. */
export const createNormaliser = (): ((value: unknown) => string) => {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()
  const nameOf = (whole: string, kind: string): string => {
    const count = (counts.get(kind) ?? 0) + 1
    const name = names.get(whole) ?? `${kind}-${count}`
    if (!names.has(whole)) counts.set(kind, count)
    names.set(whole, name)
    return name
  }
  return (value) =>
    (JSON.stringify(value, (key, each: unknown) => (isLength(key, each) ? '<ms>' : each)) ?? 'undefined')
      .replaceAll(time, '<time>')
      .replaceAll(id, nameOf)
}

const isLength = (key: string, value: unknown): boolean => typeof value === 'number' && key.endsWith('Ms')
