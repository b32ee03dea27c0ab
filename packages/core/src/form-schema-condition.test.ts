import { describe, expect, test } from 'vitest'
import { askedFields } from './form-asked.ts'
import { decodeJsonSchema } from './form-schema.ts'
import { asked, branch, object, reader, sent } from './fixtures/schema-forms.ts'

describe('what depends on answers', () => {
  const country = { enum: ['US', 'PT'] }

  test('if, then and else ask for their fields in turn', () => {
    const form = decodeJsonSchema(
      object(
        { country },
        {
          required: ['country'],
          ...branch(
            { properties: { country: { const: 'US' } } },
            { properties: { zip: { type: 'string' } }, required: ['zip'] },
            { properties: { postcode: { type: 'string' } } },
          ),
        },
      ),
    )

    expect(asked(form, { country: 'US' })).toEqual(['country', 'zip'])
    expect(asked(form, { country: 'PT' })).toEqual(['country', 'postcode'])
    expect(form.problems).toEqual([])
  })

  test('a statement about an optional answer holds while there is none, as the specification has it', () => {
    const form = decodeJsonSchema(
      object({ country }, branch({ properties: { country: { const: 'US' } } }, { properties: { zip: {} } })),
    )

    expect(asked(form)).toEqual(['country', 'zip'])
    expect(asked(form, { country: 'PT' })).toEqual(['country'])
  })

  test('a branch draws a field in its own way where the schema narrows it', () => {
    const form = decodeJsonSchema(
      object(
        { country, city: { type: 'string', title: 'City' } },
        {
          required: ['country', 'city'],
          ...branch(
            { properties: { country: { const: 'PT' } } },
            { properties: { city: { enum: ['Lisbon', 'Porto'] } } },
          ),
        },
      ),
    )

    expect(asked(form, { country: 'US' })).toEqual(['country', 'city'])
    expect(asked(form, { country: 'PT' })).toEqual(['country', 'city#2'])
    expect(sent(form, { country: 'PT', 'city#2': 'Porto', city: 'Boston' })).toEqual({
      country: 'PT',
      city: 'Porto',
    })
    expect(form.dataPoints.at(-1)).toMatchObject({ type: 'Select', label: 'City', isRequired: true })
  })

  test('dependentRequired requires once the other is there', () => {
    const form = decodeJsonSchema(object({ card: {}, code: {} }, { dependentRequired: { card: ['code'] } }))
    const isRequired = (card: string) => askedFields(form.dataPoints, reader({ card }))[1]?.isRequired

    expect([isRequired(''), isRequired('4402')]).toEqual([false, true])
  })

  test('one of several shapes is chosen by the property that tells them apart', () => {
    const form = decodeJsonSchema({
      type: 'object',
      oneOf: [
        object(
          { kind: { const: 'card' }, number: { type: 'string' } },
          { title: 'By card', required: ['kind', 'number'] },
        ),
        object(
          { kind: { const: 'bank' }, number: { type: 'integer' }, bic: {} },
          { title: 'By bank', required: ['kind'] },
        ),
      ],
    })

    expect(form.dataPoints[0]).toMatchObject({
      key: 'kind',
      type: 'Select',
      options: [{ label: 'By card' }, { label: 'By bank' }],
    })
    expect(asked(form, { kind: 'card' })).toEqual(['kind', 'number'])
    expect(sent(form, { kind: 'bank', 'number#2': '7', bic: 'X' })).toEqual({
      kind: 'bank',
      number: 7,
      bic: 'X',
    })
    expect(form.problems).toEqual([])
  })

  test('what is required beside its shapes or branches is not asked for twice', () => {
    const shapes = [object({ kind: { const: 'a' } }), object({ kind: { const: 'b' }, more: {} })]
    const form = decodeJsonSchema({ type: 'object', oneOf: shapes, required: ['kind', 'more', 'new'] })

    expect(form.dataPoints.map(({ key, isRequired }) => [key, isRequired])).toEqual([
      ['kind', true],
      ['more', true],
      ['new', true],
    ])
  })
})
