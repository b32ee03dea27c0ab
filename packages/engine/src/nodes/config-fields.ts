import { z } from 'zod'
import type { ModelChoice } from '../action.ts'
import type { Condition } from '../condition.ts'
import type { JsonObject } from '../json.ts'
import { conditionProblems } from '../text/condition-problems.ts'
import { isAssignable } from '../text/reserved-names.ts'

const longestText = 100_000

/** A text that has to be there: `what` is asked for when it is not. */
export const text = (what: string): z.ZodString =>
  z
    .string({ error: what })
    // What is not there is asked for, and no more is said of it.
    .regex(/\S/, { error: what, abort: true })
    .max(longestText, { error: `Use ${longestText} characters or fewer.` })

/** A text that may be left out; `null` then. */
export const optionalText: z.ZodDefault<z.ZodNullable<z.ZodString>> = z
  .string({ error: 'This takes a text.' })
  .max(longestText, { error: `Use ${longestText} characters or fewer.` })
  .nullable()
  .default(null)

/** One text or more. */
export const texts = (what: string): z.ZodArray<z.ZodString> =>
  z.array(text(what), { error: what }).min(1, { error: what })

/** Texts, none of which has to be there. */
export const optionalTexts: z.ZodDefault<z.ZodArray<z.ZodString>> = z
  .array(text('Take out the empty entry.'), { error: 'This takes a list of texts.' })
  .default([])

const variableSentence =
  'A variable is letters, digits and underscores, begins with no digit, and has none of the reserved names.'

/** The name of a variable that a run can set. */
export const variable: z.ZodString = z
  .string({ error: variableSentence })
  .refine(isAssignable, { error: variableSentence })

/** The variable that takes what a node made; `null` for none. */
export const saveAs: z.ZodDefault<z.ZodNullable<z.ZodString>> = variable.nullable().default(null)

/** Variables that take what stands at paths of an output, like `body.order.id`. */
export const mapping: z.ZodDefault<z.ZodArray<z.ZodObject<{ path: z.ZodString; variable: z.ZodString }>>> = z
  .array(z.object({ path: text('Say which part of the answer is kept, like “body.id”.'), variable }), {
    error: 'This takes a list of paths and variables.',
  })
  .default([])

/** What happens to the run when the node fails. */
export const onFailure: z.ZodDefault<z.ZodEnum<{ stop: 'stop'; continue: 'continue' }>> = z
  .enum(['stop', 'continue'], { error: 'After a failure, the run can “stop” or “continue”.' })
  .default('stop')

/** A whole number from `least` to `most`. */
export const wholeNumber = (error: string, least: number, most: number): z.ZodNumber =>
  z.number({ error }).int({ error }).min(least, { error }).max(most, { error })

const longestTimeout = 3_600_000

/** How long an answer may take. */
export const timeoutMs = (usual: number): z.ZodDefault<z.ZodNumber> =>
  wholeNumber('A timeout is a number of milliseconds, from 1 to 3,600,000.', 1, longestTimeout).default(usual)

/** How often it is tried again. */
export const retries: z.ZodDefault<z.ZodNumber> = wholeNumber(
  'It can be tried again 0 to 10 times.',
  0,
  10,
).default(0)

/** Any JSON with names, templates in its texts. */
export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json(), {
  error: 'This takes JSON with names, like {"id": "{{order_id}}"}.',
})

/** A web address: its beginning is written, or a template. */
export const url: z.ZodString = text('Enter the URL that is called.').regex(/^\s*(?:https?:\/\/\S|\{\{)/i, {
  error: 'A URL starts with http:// or https://, or with a variable that does.',
})

/** Whether a trigger listens while a conversation goes on, or once it has ended. */
export const when: z.ZodDefault<z.ZodEnum<{ during: 'during'; after: 'after' }>> = z
  .enum(['during', 'after'], { error: 'It can listen “during” a conversation, or “after” it.' })
  .default('during')

/** A condition that is computed. */
// What has no problem is a condition; zod cannot see it.
export const condition: z.ZodType<Condition> = z.unknown().superRefine((value, context) => {
  for (const { path, sentence } of conditionProblems(value)) {
    context.addIssue({ code: 'custom', path: path === '' ? [] : path.split('.'), message: sentence })
  }
}) as unknown as z.ZodType<Condition>

interface ModelFields {
  readonly provider: z.ZodType<ModelChoice['provider']>
  readonly model: z.ZodType<string | null>
  readonly temperature: z.ZodType<number | null>
  readonly maxTokens: z.ZodType<number | null>
}

const temperatureSentence = 'A temperature is a number from 0 to 2.'

/** Which model answers, and how; what is `null` the host chooses. */
export const modelFields: ModelFields = {
  provider: z
    .enum(['azure-openai', 'openai', 'google', 'anthropic', 'bedrock', 'custom'], {
      error: 'Choose azure-openai, openai, google, anthropic, bedrock or custom.',
    })
    .nullable()
    .default(null),
  model: optionalText,
  temperature: z
    .number({ error: temperatureSentence })
    .min(0, { error: temperatureSentence })
    .max(2, { error: temperatureSentence })
    .nullable()
    .default(null),
  maxTokens: wholeNumber('The most tokens are a whole number from 1 on.', 1, 10_000_000)
    .nullable()
    .default(null),
}

/** The choice of a model out of a config that has `modelFields`. */
export const choiceOf = ({ provider, model, temperature, maxTokens }: ModelChoice): ModelChoice => ({
  provider,
  model,
  temperature,
  maxTokens,
})

const thresholdSentence = 'A threshold is a number from 0 to 1.'

/** How close a message has to come to a phrase. */
export const threshold: z.ZodDefault<z.ZodNumber> = z
  .number({ error: thresholdSentence })
  .min(0, { error: thresholdSentence })
  .max(1, { error: thresholdSentence })
  .default(0.7)
