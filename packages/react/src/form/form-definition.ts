import { createDataPoint, decodeDataPoints, type DataPoint } from '@threadwork/core'

/** A field as a wire or a host spells it; see `decodeDataPoints`. */
export type RawDataPoint = { readonly key: string } & Readonly<Record<string, unknown>>

/** The fields that can be drawn, and a sentence for each part of the definition that cannot. */
export interface FormDefinition {
  readonly fields: readonly DataPoint[]
  readonly problems: readonly string[]
}

const isDecoded = (field: DataPoint | RawDataPoint): field is DataPoint =>
  'unknownType' in field && 'isSecret' in field

/**
 * Checks decoded or raw fields. A decoded one is kept as it is: decoding it again would lose
 * its unknown type and, worse, that it is secret.
 */
export const readDefinition = (given: readonly (DataPoint | RawDataPoint)[]): FormDefinition => {
  const { dataPoints, problems } = decodeDataPoints(given)
  const decoded = new Map<string, DataPoint>()
  for (const field of given)
    if (isDecoded(field) && !decoded.has(field.key)) decoded.set(field.key, createDataPoint(field))
  return { fields: dataPoints.map((field) => decoded.get(field.key) ?? field), problems }
}
