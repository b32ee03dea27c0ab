interface Laned {
  readonly lane: string | null
  readonly status: string
}

// Below the step beside which it began, before the main lane's steps that are still to come; each further step of its
// lane below the one before.
const placeOf = (placed: readonly Laned[], { lane }: Laned): number => {
  if (lane === null) return placed.length
  const before = placed.findLastIndex((step) => step.lane === lane)
  if (before >= 0) return before + 1
  return placed.findLastIndex((step) => step.lane !== null || step.status !== 'pending') + 1
}

/** Steps in the order of their beginnings, as a card shows them: companions below the step beside which they began. */
export const inLanes = <Step extends Laned>(steps: readonly Step[]): readonly Step[] => {
  if (steps.every(({ lane }) => lane === null)) return steps
  const placed: Step[] = []
  for (const step of steps) placed.splice(placeOf(placed, step), 0, step)
  return placed
}
