import {
  bothSchemas,
  dataPoints,
  elicitation,
  feature,
  jsonSchema,
  parameters,
  type Feature,
} from './feature.ts'

const address = (more: object = {}): object => ({
  type: 'object',
  title: 'Address',
  properties: { city: { type: 'string', title: 'City' }, ...more },
  required: ['city'],
})

const branch = (condition: unknown, whenTrue: unknown): object => ({
  if: condition,
  // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word, and nobody awaits a schema
  then: whenTrue,
})

/** Groups, conditions, fixed values, and what no form can draw. */
export const structureFeatures: readonly Feature[] = [
  feature(
    'a group',
    { fill: [{ field: 'City', keys: 'Lisbon' }], submits: { home: { city: 'Lisbon' } } },
    {
      dataPoints: {
        source: dataPoints({ key: 'city', label: 'City', type: 'Text', group: 'Address' }),
        submits: { city: 'Lisbon' },
      },
      parameters: 'rows are a flat list',
      jsonSchema: jsonSchema({ home: address() }, { required: ['home'] }),
      elicitation: 'objects are not allowed',
    },
  ),
  feature(
    'a group in a group',
    {
      fill: [
        { field: 'City', keys: 'Lisbon' },
        { field: 'Floor', keys: '2' },
      ],
      submits: { home: { city: 'Lisbon', flat: { floor: 2 } } },
    },
    {
      dataPoints: {
        source: dataPoints(
          { key: 'city', label: 'City', type: 'Text', group: ['Address'] },
          { key: 'floor', label: 'Floor', type: 'Number', group: ['Address', 'Flat'] },
        ),
        submits: { city: 'Lisbon', floor: 2 },
      },
      parameters: 'rows are a flat list',
      jsonSchema: jsonSchema(
        {
          home: address({
            flat: {
              type: 'object',
              title: 'Flat',
              properties: { floor: { type: 'integer', title: 'Floor' } },
            },
          }),
        },
        { required: ['home'] },
      ),
      elicitation: 'objects are not allowed',
    },
  ),
  feature(
    'an optional group, left empty as a whole',
    { submits: {} },
    {
      dataPoints: 'groups are only drawn',
      parameters: 'rows are a flat list',
      jsonSchema: jsonSchema({ home: address({ isFlat: { type: 'boolean' } }) }),
      elicitation: 'objects are not allowed',
    },
  ),
  feature(
    'a field that an answer brings up',
    {
      fill: [
        { field: 'Way', keys: 'bank' },
        { field: 'IBAN', keys: 'PT50' },
      ],
      absent: ['Voucher'],
      submits: { way: 'bank', iban: 'PT50' },
    },
    {
      dataPoints: dataPoints(
        { key: 'way', label: 'Way', type: 'Select', options: ['card', 'bank', 'voucher'] },
        { key: 'iban', label: 'IBAN', type: 'Text', visibleWhen: { way: 'bank' } },
        { key: 'code', label: 'Voucher', type: 'Text', visibleWhen: { key: 'way', equals: 'voucher' } },
      ),
      parameters: 'rows know nothing of each other',
      jsonSchema: jsonSchema(
        { way: { title: 'Way', enum: ['card', 'bank', 'voucher'] } },
        {
          required: ['way'],
          allOf: [
            branch(
              { properties: { way: { const: 'bank' } } },
              { properties: { iban: { type: 'string', title: 'IBAN' } }, required: ['iban'] },
            ),
            branch(
              { properties: { way: { const: 'voucher' } } },
              { properties: { code: { type: 'string', title: 'Voucher' } }, required: ['code'] },
            ),
          ],
        },
      ),
      elicitation: 'no conditions',
    },
  ),
  feature(
    'a field that an answer requires',
    {
      wrong: { fill: [{ field: 'Card', keys: '4402' }], field: 'Code', problem: /Fill this in/ },
      fill: [{ field: 'Code', keys: '12' }],
      submits: { card: '4402', code: '12' },
    },
    {
      dataPoints: dataPoints(
        { key: 'card', label: 'Card', type: 'Text', required: false },
        { key: 'code', label: 'Code', type: 'Text', requiredWhen: { key: 'card', filled: true } },
      ),
      parameters: 'rows know nothing of each other',
      jsonSchema: jsonSchema(
        { card: { type: 'string', title: 'Card' }, code: { type: 'string', title: 'Code' } },
        { dependentRequired: { card: ['code'] } },
      ),
      elicitation: 'no conditions',
    },
  ),
  feature(
    'one of several shapes',
    {
      fill: [
        { field: 'Kind', keys: 'By b' },
        { field: 'BIC', keys: 'X' },
      ],
      absent: ['Number'],
      submits: { kind: 'bank', bic: 'X' },
    },
    {
      dataPoints: 'a flat list of fields',
      parameters: 'a flat list of fields',
      jsonSchema: jsonSchema(
        {},
        {
          oneOf: [
            {
              title: 'By card',
              properties: { kind: { const: 'card' }, number: { type: 'string', title: 'Number' } },
              required: ['kind', 'number'],
            },
            {
              title: 'By bank',
              properties: { kind: { const: 'bank' }, bic: { type: 'string', title: 'BIC' } },
              required: ['kind', 'bic'],
            },
          ],
        },
      ),
      elicitation: 'one flat object',
    },
  ),
  feature(
    'a reference and parts that all apply',
    { fill: [{ field: 'Work mail', keys: 'ada@example.com' }], submits: { v: 'ada@example.com' } },
    {
      dataPoints: 'no references',
      parameters: 'no references',
      jsonSchema: jsonSchema(
        { v: { $ref: '#/$defs/mail', title: 'Work mail' } },
        {
          $defs: { mail: { allOf: [{ type: 'string' }, { format: 'email', title: 'Mail' }] } },
          required: ['v'],
        },
      ),
      elicitation: 'no references',
    },
  ),
  feature(
    'nothing as a value',
    { submits: { v: null } },
    {
      dataPoints: {
        source: dataPoints({ key: 'v', label: 'Amount', type: 'Number', required: false }),
      },
      parameters: {
        source: parameters([{ name: 'v', label: 'Amount', type: 'number', optional: true }], { v: null }),
        // The editor keeps what nobody changed; the form itself leaves it out.
        submits: {},
      },
      jsonSchema: jsonSchema({ v: { type: ['string', 'null'], title: 'Name' } }, { required: ['v'] }),
      elicitation: 'no such type',
    },
  ),
  feature(
    'a value that is only shown',
    { submits: { v: 'A-1042' } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Order', type: 'Text', default: 'A-1042', readOnly: true }),
      parameters: 'what is listed can be changed',
      jsonSchema: jsonSchema({ v: { const: 'A-1042', title: 'Order' } }, { required: ['v'] }),
      elicitation: 'no constants but those of a choice',
    },
  ),
  feature(
    'a structure, as JSON',
    {
      wrong: { fill: [{ field: 'More', keys: 'nonsense' }], field: 'More', problem: /valid JSON/ },
      fill: [{ field: 'More', keys: '[[1]' }],
      submits: { v: [1] },
    },
    {
      dataPoints: 'no such type',
      parameters: parameters([{ name: 'v', label: 'More', type: 'object' }]),
      jsonSchema: jsonSchema(
        { v: { type: 'array', title: 'More', items: { type: 'array' } } },
        { required: ['v'] },
      ),
      elicitation: 'primitive values only',
    },
  ),
  feature(
    'files, sent ahead of the form',
    {
      fill: [{ field: 'Photos', files: ['lamp.png', 'box.png'] }],
      submits: { v: ['id of lamp.png', 'id of box.png'] },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Photos', type: 'File', multiple: true, accept: '.png' }),
      parameters: 'no such type',
      jsonSchema: 'no such type',
      elicitation: 'no such type',
    },
  ),
  feature(
    'a request that is declined',
    { button: 'Decline', submits: { action: 'decline' } },
    {
      dataPoints: 'a step waits until it is answered',
      parameters: 'an approval is rejected beside its form',
      jsonSchema: 'a schema is no request',
      elicitation: elicitation({ v: { type: 'string', title: 'Name' } }, { required: ['v'] }),
    },
  ),
  feature(
    'a request that is left without an answer',
    { button: 'Cancel', submits: { action: 'cancel' } },
    {
      dataPoints: 'a step waits until it is answered',
      parameters: 'an approval waits until it is answered',
      jsonSchema: 'a schema is no request',
      elicitation: elicitation({ v: { type: 'string', title: 'Name' } }, { required: ['v'] }),
    },
  ),
  feature(
    'what cannot be drawn is named, and the rest works',
    { fill: [{ field: 'Name', keys: 'Ada' }], submits: { v: 'Ada' } },
    {
      dataPoints: {
        source: dataPoints(
          { key: 'v', label: 'Name', type: 'Text' },
          { key: 'plan', label: 'Plan', type: 'Select' },
        ),
        problem: /“Plan” offers a choice but lists no options/,
      },
      parameters: {
        source: parameters([{ name: 'v', label: 'Name', type: 'string' }, { label: 'Nobody' }]),
        problem: /have no name/,
      },
      jsonSchema: {
        source: jsonSchema(
          { v: { type: 'string', title: 'Name' }, other: { $ref: 'https://example.com/other.json' } },
          { required: ['v'] },
        ),
        problem: /“Other” is defined somewhere else/,
      },
      elicitation: {
        source: elicitation({ v: { type: 'string', title: 'Name' }, home: address() }, { required: ['v'] }),
        problem: /“home” is of a kind that an elicitation may not ask for/,
      },
    },
  ),
  feature(
    'two fields, walked through in their order',
    {
      fill: [
        { field: 'First', keys: '1' },
        { field: 'Second', keys: '2' },
      ],
      submits: { a: '1', b: '2' },
    },
    {
      dataPoints: dataPoints(
        { key: 'a', label: 'First', type: 'Text' },
        { key: 'b', label: 'Second', type: 'Text' },
      ),
      parameters: parameters([
        { name: 'a', label: 'First' },
        { name: 'b', label: 'Second' },
      ]),
      ...bothSchemas({ a: { type: 'string', title: 'First' }, b: { type: 'string', title: 'Second' } }),
    },
  ),
]
