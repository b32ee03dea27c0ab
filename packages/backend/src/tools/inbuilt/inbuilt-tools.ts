import type { InbuiltTools } from '../tool.ts'
import { dateAdd, dateDifference } from './dates.ts'
import { textTemplate } from './texts.ts'
import { jsonPick, numberFormat } from './values.ts'

/** The tools that every team has. They compute, and reach nothing. */
export const inbuiltTools: InbuiltTools = {
  'date.add': dateAdd,
  'date.difference': dateDifference,
  'json.pick': jsonPick,
  'number.format': numberFormat,
  'text.template': textTemplate,
}
