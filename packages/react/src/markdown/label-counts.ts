/** How often each label was named, in the order in which they came. */
export type LabelCounts = ReadonlyMap<string, number>

export const addCounts = (one: LabelCounts, other: LabelCounts): LabelCounts => {
  if (other.size === 0) return one
  const all = new Map(one)
  for (const [label, count] of other) all.set(label, (all.get(label) ?? 0) + count)
  return all
}
