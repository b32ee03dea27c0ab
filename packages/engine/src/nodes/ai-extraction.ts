import { z } from 'zod'
import type { Json, JsonObject } from '../json.ts'
import { readWords } from '../text/read-path.ts'
import { saved, withOutput } from './answers.ts'
import {
  choiceOf,
  modelFields,
  onFailure,
  optionalTexts,
  saveAs,
  timeoutMs,
  variable,
} from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'

const schema = z
  .object({
    ...modelFields,
    /** The labels that may be given. */
    labels: optionalTexts,
    /** What is looked for; each becomes a variable. */
    fields: z
      .array(
        z.object(
          {
            name: variable,
            description: z.string({ error: 'Describe in words what is looked for.' }).default(''),
          },
          { error: 'A field has a name, and a description of what is looked for.' },
        ),
        { error: 'This takes a list of fields.' },
      )
      .default([]),
    sentiment: z.boolean({ error: 'The mood is judged, or it is not.' }).default(false),
    /** Takes all of it: `{labels, fields, sentiment}`. */
    saveAs,
    timeoutMs: timeoutMs(120_000),
    onFailure,
  })
  .refine(({ labels, fields, sentiment }) => labels.length > 0 || fields.length > 0 || sentiment, {
    error: 'Choose what is looked for: labels, fields, or the mood.',
  })

type Config = z.infer<typeof schema>

/** Lets a model read labels, fields and the mood out of the conversation. An `add-label` node may then apply the labels. */
export const aiExtraction: NodeKind = defineKind<Config>({
  type: 'ai-extraction',
  category: 'llm',
  schema,
  ways: ['direct', 'conditional', 'false'],
  isShown: true,
  canContinue: true,
  sets: ({ fields, saveAs }) => [...fields.map(({ name }) => name), ...(saveAs === null ? [] : [saveAs])],
  begin: (config) => {
    const outputSchema = outputSchemaOf(config)
    return {
      type: 'perform',
      action: {
        type: 'llm',
        use: 'extract',
        choice: choiceOf(config),
        system:
          'Read the conversation, and answer with what the schema asks for. Leave out what is not said.',
        tools: [],
        maxTurns: 1,
        outputSchema,
      },
      input: { labels: config.labels, fields: config.fields, sentiment: config.sentiment },
      timeoutMs: config.timeoutMs,
    }
  },
  finish: ({ fields, saveAs }, answer) =>
    withOutput(answer, (output) => ({
      type: 'done',
      output,
      variables: { ...saved(saveAs, output), ...fieldsOf(fields, output) },
    })),
})

const fieldsOf = (fields: Config['fields'], output: Json): JsonObject =>
  Object.fromEntries(fields.map(({ name }) => [name, readWords(output, ['fields', name]) ?? null]))

function outputSchemaOf({ labels, fields, sentiment }: Config): JsonObject {
  const properties: JsonObject = {
    labels: { type: 'array', items: { type: 'string', ...(labels.length > 0 && { enum: labels }) } },
    fields: {
      type: 'object',
      properties: Object.fromEntries(
        fields.map(({ name, description }) => [
          name,
          { type: ['string', 'number', 'boolean', 'null'], description },
        ]),
      ),
    },
    ...(sentiment && { sentiment: { type: 'string', enum: ['positive', 'neutral', 'negative'] } }),
  }
  return { type: 'object', properties, required: Object.keys(properties) }
}
