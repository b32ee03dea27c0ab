import type { DataPointOption } from '@threadwork/core'

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()

/** The options whose label contains the text, without regard to case and accents; those that start with it first. */
export const matchOptions = (
  options: readonly DataPointOption[],
  text: string,
): readonly DataPointOption[] => {
  const wanted = fold(text)
  if (wanted === '') return options
  const matches = options.filter((option) => fold(option.label).includes(wanted))
  return matches.toSorted(
    (left, right) =>
      Number(fold(right.label).startsWith(wanted)) - Number(fold(left.label).startsWith(wanted)),
  )
}

/** Where the highlight goes for a key; `null` when the key does not move it. */
export const nextHighlight = (key: string, current: number, count: number): number | null => {
  if (count === 0) return null
  switch (key) {
    case 'ArrowDown':
      return current >= count - 1 ? 0 : current + 1
    case 'ArrowUp':
      return current <= 0 ? count - 1 : current - 1
    case 'PageDown':
      return Math.min(count - 1, current + 8)
    case 'PageUp':
      return Math.max(0, current - 8)
    default:
      return null
  }
}
