import { z } from 'zod'
import type { GraphName } from '../../library/edit-graph.ts'
import { MAX_NAME } from '../../library/graph-limits.ts'

const count = z.string().refine((text) => /^\d{1,9}$/.test(text), { error: 'This has to be a whole number.' })

/** A whole number in a query. */
const queryNumber: z.ZodType<number, string> = count.transform(Number).meta({ type: 'integer' })

/** How many rows a page has, 1 to 200. */
const limit = count
  .transform(Number)
  .refine((value) => value >= 1 && value <= 200, { error: '“limit” is a whole number from 1 to 200.' })

/** The fields that ask for a page. */
export const pageFields: {
  readonly limit: z.ZodType<number, string | undefined>
  readonly cursor: z.ZodType<string | undefined>
} = {
  limit: limit
    .default(50)
    .meta({ type: 'integer', minimum: 1, maximum: 200, description: 'How many rows; 50 when left out.' }),
  cursor: z.string().max(2_000).optional().describe('Where the last page ended, as it said.'),
}

/** A version in a query: its number, or `draft`. */
export const queryVersion: z.ZodType<GraphName, string> = z.union([z.literal('draft'), queryNumber])

/** A version in a body. */
export const bodyVersion: z.ZodType<GraphName> = z.union([z.literal('draft'), z.int().min(0).max(1_000_000)])

/** A name that a person gave. */
export const nameShape: z.ZodType<string> = z
  .string()
  .max(MAX_NAME)
  .refine((name) => name.trim() !== '', { error: 'A name needs at least one character that can be seen.' })

/** What is looked for, without regard to case. */
export const searchShape: z.ZodType<string> = z.string().max(MAX_NAME)
