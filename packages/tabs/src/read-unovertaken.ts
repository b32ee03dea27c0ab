import type { Fact, ReadResult } from '@threadwork/core'

/** A snapshot that live events overtake again and again is left out after so many reads. */
const mostReads = 3

const isSnapshot = ({ type }: Fact): boolean => type === 'workflow-snapshot' || type === 'workflow-snapshots'

/**
 * Reads until nothing was delivered meanwhile: a snapshot that live events have overtaken would end what has begun since.
 * After some tries the rest is returned without its snapshots.
 */
export const readUnovertaken = async (
  read: () => Promise<ReadResult>,
  deliveries: () => number,
  left: number = mostReads,
): Promise<ReadResult> => {
  const before = deliveries()
  const result = await read()
  if (result.status === 'failed' || deliveries() === before) return result
  if (left > 1) return readUnovertaken(read, deliveries, left - 1)
  return { ...result, facts: result.facts.filter((fact) => !isSnapshot(fact)) }
}
