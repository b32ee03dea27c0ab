import { z } from 'zod'
import { type Shape, shape } from '../operation.ts'

/** Every refusal: RFC 9457, with the sentences of fields in `errors` and those of a graph in `problems`. */
export const problemView: Shape = shape(
  'Problem',
  z.looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened, why, and what to do.'),
    message: z.string(),
    errors: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .describe('Sentences by the path of the field.'),
    problems: z
      .array(z.looseObject({ path: z.string(), sentence: z.string() }))
      .optional()
      .describe('What is wrong with a graph, and where.'),
  }),
)
