import type { UploadFile } from './file-entry.ts'

/** Long enough for a list that is filtered by typing. */
export const countries: readonly string[] =
  'Argentina,Australia,Austria,Belgium,Brazil,Canada,Chile,Denmark,Estonia,Finland,France,Germany,Greece,Iceland,India,Ireland,Italy,Japan,Kenya,Latvia,Mexico,Nepal,Norway,Peru,Portugal,Spain,Sweden,Türkiye,Uruguay'.split(
    ',',
  )

/** Tells half of the progress, then gives an id after the file's name; a name with “broken” fails. */
export const uploadSample: UploadFile = async (file, { onProgress }) => {
  onProgress(0.5)
  await Promise.resolve()
  if (file.name.includes('broken')) throw new Error('The connection was lost while the file was sent.')
  return { id: `file-${file.name}` }
}

/** A file as a person would pick it. */
export const sampleFile = (name: string, bytes = 1200, type = 'application/pdf'): File =>
  new File([new Uint8Array(bytes)], name, { type })

/** A JSON Schema with groups, conditions, choices with names, lists and a constant. */
export const tripSchema: Readonly<Record<string, unknown>> = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Book a trip',
  description: 'The travel desk answers within a day.',
  type: 'object',
  required: ['traveller', 'reason', 'kind'],
  properties: {
    traveller: {
      type: 'object',
      title: 'Traveller',
      required: ['name', 'email'],
      properties: {
        name: { type: 'string', title: 'Full name', minLength: 2 },
        email: { type: 'string', title: 'Email', format: 'email' },
        passport: {
          type: 'object',
          title: 'Passport',
          description: 'Only for trips outside the European Union.',
          required: ['number', 'expires'],
          properties: {
            number: {
              type: 'string',
              title: 'Number',
              pattern: '^[A-Z]{2}\\d{7}$',
              patternHint: 'Two capital letters and seven digits.',
            },
            expires: { type: 'string', title: 'Valid until', format: 'date' },
          },
        },
      },
    },
    reason: {
      title: 'Reason',
      oneOf: [
        { const: 'customer', title: 'Visit to a customer' },
        { const: 'conference', title: 'Conference' },
        { const: 'other', title: 'Another reason' },
      ],
      default: 'customer',
    },
    nights: { type: 'integer', title: 'Nights', minimum: 1, maximum: 14, default: 2 },
    needs: {
      type: 'array',
      title: 'What you need',
      items: { enum: ['hotel', 'car', 'insurance'], enumNames: ['Hotel', 'Rental car', 'Insurance'] },
      uniqueItems: true,
      default: ['hotel'],
    },
    companions: {
      type: 'array',
      title: 'Who comes along',
      description: 'By email address.',
      items: { type: 'string', format: 'email' },
      maxItems: 4,
    },
    policy: { title: 'Travel policy', const: 'EU-2026' },
  },
  oneOf: [
    {
      title: 'By train',
      properties: {
        kind: { const: 'train', title: 'How' },
        class: { enum: [1, 2], title: 'Class', default: 2 },
      },
      required: ['kind', 'class'],
    },
    {
      title: 'By plane',
      properties: {
        kind: { const: 'plane', title: 'How' },
        airport: { type: 'string', title: 'From airport', examples: ['LIS'], minLength: 3, maxLength: 3 },
      },
      required: ['kind', 'airport'],
    },
  ],
}

/** What an MCP server asks for in the middle of its work. */
export const elicitationSample: Readonly<Record<string, unknown>> = {
  mode: 'form',
  message: 'Where shall the report go?',
  requestedSchema: {
    type: 'object',
    properties: {
      email: { type: 'string', title: 'Email', format: 'email', description: 'The report goes there.' },
      size: {
        type: 'string',
        title: 'Paper',
        oneOf: [
          { const: 'a4', title: 'A4' },
          { const: 'letter', title: 'US Letter' },
        ],
        default: 'a4',
      },
      parts: {
        type: 'array',
        title: 'Parts',
        items: {
          anyOf: [
            { const: 'sum', title: 'Summary' },
            { const: 'tables', title: 'Tables' },
            { const: 'raw', title: 'Raw data' },
          ],
        },
        minItems: 1,
        default: ['sum'],
      },
      copies: { type: 'integer', title: 'Copies', minimum: 1, maximum: 5, default: 1 },
      archive: { type: 'boolean', title: 'Archive it as well', default: true },
    },
    required: ['email', 'parts'],
  },
}
