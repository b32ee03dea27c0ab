import { readWords, wordsOf } from '@threadwork/engine'
import { type InbuiltTool, failed, succeeded, textIn } from '../tool.ts'

/** `{value, path, fallback?}` → `{value}`: what stands at a path, by own keys alone. */
export const jsonPick: InbuiltTool = {
  description: 'Picks a part of a value by its path, like items.0.name.',
  inputSchema: {
    type: 'object',
    required: ['value', 'path'],
    properties: { value: {}, path: { type: 'string', minLength: 1, maxLength: 500 }, fallback: {} },
    additionalProperties: false,
  },
  run: (input) => {
    const path = textIn(input, 'path')
    const found = readWords(input['value'], wordsOf(path)) ?? input['fallback']
    if (found === undefined)
      return failed(`There is nothing at “${path}”. Correct the path, or give a fallback.`)
    return succeeded({ value: found })
  },
}

/** `{value, decimals?, currency?, locale?}` → `{text}`. */
export const numberFormat: InbuiltTool = {
  description: 'Writes a number as people read it: digits in groups, decimals, a currency or a percentage.',
  inputSchema: {
    type: 'object',
    required: ['value'],
    properties: {
      value: { type: 'number' },
      decimals: { type: 'integer', minimum: 0, maximum: 20 },
      currency: { type: 'string', pattern: '^[A-Za-z]{3}$', description: 'ISO 4217, like EUR.' },
      style: { enum: ['decimal', 'percent'] },
      locale: { type: 'string', description: 'BCP 47, like de-CH.' },
    },
    additionalProperties: false,
  },
  run: ({ value, decimals, currency, style, locale }) => {
    const digits =
      typeof decimals === 'number' ? { minimumFractionDigits: decimals, maximumFractionDigits: decimals } : {}
    const kind =
      typeof currency === 'string'
        ? { style: 'currency' as const, currency }
        : { style: style === 'percent' ? ('percent' as const) : ('decimal' as const) }
    const language = typeof locale === 'string' ? locale : 'en-US'
    try {
      return succeeded({
        text: new Intl.NumberFormat(language, { ...kind, ...digits }).format(Number(value)),
      })
    } catch {
      return failed(`“${language}” is no language that numbers are written in. Write it like en-US or de-CH.`)
    }
  },
}
