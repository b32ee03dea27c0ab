import { bothSchemas, dataPoints, feature, jsonSchema, parameters, type Feature } from './feature.ts'

const required = { required: ['v'] }
const many = Array.from({ length: 40 }, (_, index) => `Option ${index + 1}`)
const sizes = [
  { value: 's', label: 'Small' },
  { value: 'm', label: 'Medium' },
]
const titledSizes = [
  { const: 's', title: 'Small' },
  { const: 'm', title: 'Medium' },
]

/** Yes and no, one of several, several of several. */
export const choiceFeatures: readonly Feature[] = [
  feature(
    'yes or no',
    { fill: [{ field: 'Gift', keys: ' ' }], submits: { v: true } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Gift', type: 'Checkbox' }),
      parameters: parameters([{ name: 'v', label: 'Gift', type: 'boolean' }]),
      ...bothSchemas({ v: { type: 'boolean', title: 'Gift' } }, required),
    },
  ),
  feature(
    'a default of yes, taken back',
    { fill: [{ field: 'Gift', keys: ' ' }], submits: { v: false } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Gift', type: 'Checkbox', default: true }),
      parameters: parameters([{ name: 'v', label: 'Gift', type: 'boolean' }], { v: true }),
      ...bothSchemas({ v: { type: 'boolean', title: 'Gift', default: true } }, required),
    },
  ),
  feature(
    'a consent',
    {
      wrong: { fill: [], field: 'I agree', problem: /needs your consent/ },
      fill: [{ field: 'I agree', keys: ' ' }],
      submits: { v: true },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'I agree', type: 'Consent' }),
      parameters: 'no such type',
      jsonSchema: jsonSchema({ v: { type: 'boolean', title: 'I agree', const: true } }, required),
      elicitation: 'no constants but those of a choice',
    },
  ),
  feature(
    'one of several',
    { fill: [{ field: 'Size', keys: 'm' }], submits: { v: 'm' } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Size', type: 'Select', options: ['s', 'm'] }),
      parameters: parameters([{ name: 'v', label: 'Size', control_type: 'select', options: ['s', 'm'] }]),
      ...bothSchemas({ v: { type: 'string', title: 'Size', enum: ['s', 'm'] } }, required),
    },
  ),
  feature(
    'one of several with names',
    { fill: [{ field: 'Size', keys: 'Med' }], submits: { v: 'm' } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Size', type: 'Select', options: sizes }),
      parameters: parameters([
        {
          name: 'v',
          label: 'Size',
          control_type: 'select',
          pick_list: [
            ['Small', 's'],
            ['Medium', 'm'],
          ],
        },
      ]),
      ...bothSchemas({ v: { type: 'string', title: 'Size', oneOf: titledSizes } }, required),
    },
  ),
  feature(
    'one of several with names, in the older spelling',
    { fill: [{ field: 'Size', keys: 'Med' }], submits: { v: 'm' } },
    {
      dataPoints: 'one spelling',
      parameters: 'one spelling',
      ...bothSchemas(
        { v: { type: 'string', title: 'Size', enum: ['s', 'm'], enumNames: ['Small', 'Medium'] } },
        required,
      ),
    },
  ),
  feature(
    'a choice’s default',
    { submits: { v: 'm' } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Size', type: 'Select', options: sizes, default: 'm' }),
      parameters: parameters([{ name: 'v', label: 'Size', control_type: 'select', options: sizes }], {
        v: 'm',
      }),
      ...bothSchemas({ v: { type: 'string', title: 'Size', oneOf: titledSizes, default: 'm' } }, required),
    },
  ),
  feature(
    'radio buttons',
    { fill: [{ field: 'Speed', keys: ' {ArrowDown}' }], submits: { v: 'Express' } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Speed', type: 'Radio', options: ['Standard', 'Express'] }),
      parameters: 'no such type',
      jsonSchema: {
        source: jsonSchema(
          {
            v: {
              type: 'boolean',
              title: 'Speed',
              oneOf: [
                { const: false, title: 'Standard' },
                { const: true, title: 'Express' },
              ],
            },
          },
          required,
        ),
        submits: { v: true },
      },
      elicitation: 'no such type',
    },
  ),
  feature(
    'one of many, found by typing',
    { fill: [{ field: 'Choice', keys: 'option 37{Enter}' }], submits: { v: 'Option 37' } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Choice', type: 'Select', options: many }),
      parameters: parameters([{ name: 'v', label: 'Choice', control_type: 'select', options: many }]),
      ...bothSchemas({ v: { type: 'string', title: 'Choice', enum: many } }, required),
    },
  ),
  feature(
    'numbers to choose from stay numbers',
    { fill: [{ field: 'Class', keys: 'Sec' }], submits: { v: 2 } },
    {
      dataPoints: 'options are texts',
      parameters: 'options are texts',
      jsonSchema: jsonSchema(
        {
          v: {
            title: 'Class',
            oneOf: [
              { const: 1, title: 'First' },
              { const: 2, title: 'Second' },
            ],
          },
        },
        required,
      ),
      elicitation: 'options are texts',
    },
  ),
  feature(
    'several of several, with a default and limits',
    {
      describes: { field: 'Days', by: /From 2 to 3/ },
      wrong: { fill: [], field: 'Days', problem: /at least 2 entries/ },
      fill: [{ field: 'Mon', keys: ' ' }],
      submits: { v: ['Wed', 'Mon'] },
    },
    {
      dataPoints: dataPoints({
        key: 'v',
        label: 'Days',
        type: 'MultiSelect',
        options: ['Mon', 'Tue', 'Wed', 'Thu'],
        default: ['Wed'],
        minItems: 2,
        maxItems: 3,
      }),
      parameters: 'rows carry no limits',
      ...bothSchemas(
        {
          v: {
            type: 'array',
            title: 'Days',
            items: { type: 'string', enum: ['Mon', 'Tue', 'Wed', 'Thu'] },
            default: ['Wed'],
            minItems: 2,
            maxItems: 3,
          },
        },
        required,
      ),
    },
  ),
  feature(
    'several of several with names',
    {
      fill: [
        { field: 'Small', keys: ' ' },
        { field: 'Medium', keys: ' ' },
      ],
      submits: { v: ['s', 'm'] },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Sizes', type: 'MultiSelect', options: sizes }),
      parameters: parameters([{ name: 'v', label: 'Sizes', control_type: 'multiselect', options: sizes }]),
      ...bothSchemas({ v: { type: 'array', title: 'Sizes', items: { anyOf: titledSizes } } }, required),
    },
  ),
  feature(
    'several of many, found by typing',
    {
      fill: [{ field: 'Choices', keys: 'option 37{Enter}option 12{Enter}{Escape}' }],
      submits: { v: ['Option 37', 'Option 12'] },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Choices', type: 'MultiSelect', options: many }),
      parameters: parameters([{ name: 'v', label: 'Choices', control_type: 'multiselect', options: many }]),
      ...bothSchemas(
        { v: { type: 'array', title: 'Choices', items: { type: 'string', enum: many } } },
        required,
      ),
    },
  ),
]
