import { bothSchemas, dataPoints, feature, jsonSchema, parameters, type Feature } from './feature.ts'

const required = { required: ['v'] }
const offset = /^2026-11-19T10:30:00[+-]\d{2}:\d{2}$/

/** Numbers, dates and times. */
export const numberFeatures: readonly Feature[] = [
  feature(
    'a number as a number',
    { fill: [{ field: 'Amount', keys: '90.5' }], submits: { v: 90.5 } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Amount', type: 'Number' }),
      parameters: parameters([{ name: 'v', label: 'Amount', type: 'number' }]),
      ...bothSchemas({ v: { type: 'number', title: 'Amount' } }, required),
    },
  ),
  feature(
    'a number within limits',
    {
      describes: { field: 'Nights', by: /From 1 to 14/ },
      wrong: { fill: [{ field: 'Nights', keys: '15' }], field: 'Nights', problem: /14 or less/ },
      fill: [{ field: 'Nights', keys: '3' }],
      submits: { v: 3 },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Nights', type: 'Number', min: 1, max: 14 }),
      parameters: 'rows carry no limits',
      ...bothSchemas({ v: { type: 'number', title: 'Nights', minimum: 1, maximum: 14 } }, required),
    },
  ),
  feature(
    'a whole number',
    {
      wrong: { fill: [{ field: 'Copies', keys: '1.5' }], field: 'Copies', problem: /whole number/ },
      fill: [{ field: 'Copies', keys: '2' }],
      submits: { v: 2 },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Copies', type: 'Number', step: 1 }),
      parameters: parameters([{ name: 'v', label: 'Copies', type: 'integer' }]),
      ...bothSchemas({ v: { type: 'integer', title: 'Copies' } }, required),
    },
  ),
  feature(
    'a number’s default',
    { submits: { v: 3 } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Nights', type: 'Number', default: 3 }),
      parameters: parameters([{ name: 'v', label: 'Nights', type: 'number' }], { v: 3 }),
      ...bothSchemas({ v: { type: 'number', default: 3 } }, required),
    },
  ),
  feature(
    'bounds that are excluded, and steps',
    {
      wrong: { fill: [{ field: 'Part', keys: '0' }], field: 'Part', problem: /more than 0/ },
      fill: [{ field: 'Part', keys: '0.3' }],
      submits: { v: 0.3 },
    },
    {
      dataPoints: 'inclusive bounds only',
      parameters: 'rows carry no limits',
      jsonSchema: jsonSchema(
        { v: { type: 'number', title: 'Part', exclusiveMinimum: 0, exclusiveMaximum: 1, multipleOf: 0.1 } },
        required,
      ),
      elicitation: 'inclusive bounds only',
    },
  ),
  feature(
    'a rating',
    { fill: [{ field: 'Rating', keys: '{ArrowRight}{ArrowRight}{ArrowRight}' }], submits: { v: 4 } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Rating', type: 'Rating' }),
      parameters: 'no such type',
      jsonSchema: 'no such type',
      elicitation: 'no such type',
    },
  ),
  feature(
    'a date within limits',
    {
      describes: { field: 'Day', by: /Nov 1, 2026/ },
      wrong: { fill: [{ field: 'Day', keys: '10192026' }], field: 'Day', problem: /Nov 1, 2026 or later/ },
      fill: [{ field: 'Day', keys: '11192026' }],
      submits: { v: '2026-11-19' },
    },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Day', type: 'Date', min: '2026-11-01' }),
      parameters: 'rows carry no limits',
      jsonSchema: jsonSchema(
        { v: { type: 'string', title: 'Day', format: 'date', formatMinimum: '2026-11-01' } },
        required,
      ),
      elicitation: 'dates without limits',
    },
  ),
  feature(
    'a date',
    { fill: [{ field: 'Day', keys: '11192026' }], submits: { v: '2026-11-19' } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Day', type: 'Date' }),
      parameters: parameters([{ name: 'v', label: 'Day', type: 'date' }]),
      ...bothSchemas({ v: { type: 'string', title: 'Day', format: 'date' } }, required),
    },
  ),
  feature(
    'a time',
    { fill: [{ field: 'Time', keys: '1030AM' }], submits: { v: '10:30' } },
    {
      dataPoints: dataPoints({ key: 'v', label: 'Time', type: 'Time' }),
      parameters: parameters([{ name: 'v', label: 'Time', control_type: 'time' }]),
      jsonSchema: {
        source: jsonSchema({ v: { type: 'string', title: 'Time', format: 'time' } }, required),
        // RFC 3339 does not know a time without its offset.
        submits: { v: /^10:30:00[+-]\d{2}:\d{2}$/ },
      },
      elicitation: 'four formats, and this is none of them',
    },
  ),
  feature(
    'a date with a time',
    { fill: [{ field: 'Start', keys: '11192026{Tab}1030AM' }], submits: { v: offset } },
    {
      dataPoints: {
        source: dataPoints({ key: 'v', label: 'Start', type: 'DateTime' }),
        submits: { v: '2026-11-19T10:30' },
      },
      parameters: {
        source: parameters([{ name: 'v', label: 'Start', type: 'date_time' }], { v: '2026-11-20T08:00:00Z' }),
      },
      ...bothSchemas({ v: { type: 'string', title: 'Start', format: 'date-time' } }, required),
    },
  ),
]
