import { bothSchemas, dataPoints, feature, jsonSchema, parameters, type Feature } from './feature.ts'

const required = { required: ['v'] }

/** Texts, their limits and their formats. */
export const textFeatures: readonly Feature[] = [
  feature(
    'a title of its own',
    { fill: [{ field: 'Full name', keys: 'Ada' }], submits: { v: 'Ada' } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Full name', type: 'Text' }),
      parameters: parameters([{ name: 'v', label: 'Full name', type: 'string' }]),
      ...bothSchemas({ v: { type: 'string', title: 'Full name' } }),
    },
  ),
  feature(
    'a description',
    {
      describes: { field: 'Name', by: /As on the card/ },
      fill: [{ field: 'Name', keys: 'Ada' }],
      submits: { v: 'Ada' },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Name', type: 'Text', help: 'As on the card.' }),
      parameters: parameters([{ name: 'v', label: 'Name', type: 'string', hint: 'As on the card.' }]),
      ...bothSchemas({ v: { type: 'string', title: 'Name', description: 'As on the card.' } }),
    },
  ),
  feature(
    'a required value',
    {
      wrong: { fill: [], field: 'Name', problem: /Fill this in/ },
      fill: [{ field: 'Name', keys: 'Ada' }],
      submits: { v: 'Ada' },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Name', type: 'Text' }),
      parameters: parameters([{ name: 'v', label: 'Name', type: 'string', optional: false }]),
      ...bothSchemas({ v: { type: 'string', title: 'Name' } }, required),
    },
  ),
  feature(
    'an optional value, left empty',
    { submits: {} },
    {
      // The wire has no word for “left out”: the key comes with nothing.
      dataPoints: {
        source: dataPoints({ key: 'v', label: 'Name', type: 'Text', required: false }),
        submits: { v: '' },
      },
      parameters: parameters([{ name: 'v', label: 'Name', type: 'string', optional: true }]),
      ...bothSchemas({ v: { type: 'string', minLength: 2 } }),
    },
  ),
  feature(
    'a default',
    { submits: { v: 'Ada' } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Name', type: 'Text', default: 'Ada' }),
      parameters: parameters([{ name: 'v', label: 'Name', type: 'string' }], { v: 'Ada' }),
      ...bothSchemas({ v: { type: 'string', default: 'Ada' } }, required),
    },
  ),
  feature(
    'a length within limits',
    {
      describes: { field: 'Code', by: /From 3 to 5 characters/ },
      wrong: { fill: [{ field: 'Code', keys: 'ab' }], field: 'Code', problem: /at least 3 characters/ },
      fill: [{ field: 'Code', keys: 'abcd' }],
      submits: { v: 'abcd' },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Code', type: 'Text', minLength: 3, maxLength: 5 }),
      parameters: 'rows carry no limits',
      ...bothSchemas({ v: { type: 'string', title: 'Code', minLength: 3, maxLength: 5 } }, required),
    },
  ),
  feature(
    'a pattern',
    {
      wrong: {
        fill: [{ field: 'Order', keys: '1042' }],
        field: 'Order',
        problem: /the way that is asked for/,
      },
      fill: [{ field: 'Order', keys: 'A-1042' }],
      submits: { v: 'A-1042' },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Order', type: 'Text', pattern: '[A-Z]-\\d{4}' }),
      parameters: 'rows carry no patterns',
      ...bothSchemas({ v: { type: 'string', title: 'Order', pattern: '^[A-Z]-\\d{4}$' } }, required),
    },
  ),
  feature(
    'an email address',
    {
      wrong: { fill: [{ field: 'Email', keys: 'ada@' }], field: 'Email', problem: /full email address/ },
      fill: [{ field: 'Email', keys: 'ada@example.com' }],
      submits: { v: 'ada@example.com' },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Email', type: 'Email' }),
      parameters: parameters([{ name: 'v', label: 'Email', type: 'string', control_type: 'email' }]),
      ...bothSchemas({ v: { type: 'string', title: 'Email', format: 'email' } }, required),
    },
  ),
  feature(
    'a web address',
    {
      wrong: { fill: [{ field: 'Page', keys: 'example' }], field: 'Page', problem: /full web address/ },
      fill: [{ field: 'Page', keys: 'https://example.com/a' }],
      submits: { v: 'https://example.com/a' },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Page', type: 'Url' }),
      parameters: parameters([{ name: 'v', label: 'Page', type: 'string', control_type: 'url' }]),
      ...bothSchemas({ v: { type: 'string', title: 'Page', format: 'uri' } }, required),
    },
  ),
  feature(
    'a phone number',
    {
      wrong: { fill: [{ field: 'Phone', keys: 'call me' }], field: 'Phone', problem: /phone number/ },
      fill: [{ field: 'Phone', keys: '+49 30 1234567' }],
      submits: { v: '+49 30 1234567' },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Phone', type: 'Phone' }),
      parameters: parameters([{ name: 'v', label: 'Phone', type: 'string', control_type: 'phone' }]),
      jsonSchema: jsonSchema({ v: { type: 'string', title: 'Phone', format: 'phone' } }, required),
      elicitation: 'four formats, and this is none of them',
    },
  ),
  feature(
    'a long text',
    { fill: [{ field: 'Story', keys: 'One{Enter}Two' }], submits: { v: 'One\nTwo' } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Story', type: 'TextArea' }),
      parameters: parameters([{ name: 'v', label: 'Story', type: 'string', control_type: 'text-area' }]),
      ...bothSchemas({ v: { type: 'string', title: 'Story', maxLength: 2000 } }, required),
    },
  ),
  feature(
    'several texts',
    { fill: [{ field: 'Tags', keys: 'a{Enter}b' }], submits: { v: ['a', 'b'] } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Tags', type: 'Text', multiple: true }),
      parameters: {
        source: parameters([{ name: 'v', label: 'Tags' }], { v: ['a'] }),
        fill: [{ field: 'Tags', keys: '{Control>}{End}{/Control}{Enter}b' }],
      },
      jsonSchema: jsonSchema({ v: { type: 'array', title: 'Tags', items: { type: 'string' } } }, required),
      elicitation: 'lists of choices only',
    },
  ),
  feature(
    'a secret',
    { fill: [{ field: 'Code', keys: '4402' }], submits: { v: '4402' } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Code', type: 'Password' }),
      parameters: parameters([{ name: 'v', label: 'Code', type: 'string', control_type: 'password' }]),
      jsonSchema: jsonSchema({ v: { type: 'string', title: 'Code', writeOnly: true } }, required),
      elicitation: 'servers must not ask for secrets by a form',
    },
  ),
  feature(
    'a format that is checked by its rules',
    {
      wrong: { fill: [{ field: 'Host', keys: '300.1.1.1' }], field: 'Host', problem: /IPv4 address/ },
      fill: [{ field: 'Host', keys: '192.0.2.7' }],
      submits: { v: '192.0.2.7' },
    },
    {
      dataPoints: 'types instead of formats',
      parameters: 'types instead of formats',
      jsonSchema: jsonSchema({ v: { type: 'string', title: 'Host', format: 'ipv4' } }, required),
      elicitation: 'four formats, and this is none of them',
    },
  ),
  feature(
    'a type that nobody knows becomes a text and says so',
    {
      describes: { field: 'Account', by: /“iban” has no control of its own/i },
      fill: [{ field: 'Account', keys: 'PT50' }],
      submits: { v: 'PT50' },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Account', type: 'Iban' }),
      parameters: parameters([{ name: 'v', label: 'Account', control_type: 'iban' }]),
      jsonSchema: jsonSchema({ v: { type: 'string', title: 'Account', format: 'iban' } }, required),
      elicitation: 'a closed list of types',
    },
  ),
]
