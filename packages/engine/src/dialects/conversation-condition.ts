import type { Json } from '../json.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import { asItIs, isObject, listOf, record, word, type Translation } from './translation.ts'

const fields = word(
  createLexicon([
    ['Conversation Status', 'conversation.status'],
    ['Conversation Labels', 'conversation.labels'],
    ['Conversation Channel', 'conversation.channel'],
    ['Conversation Starred', 'conversation.starred'],
    ['Message Text', 'message.text'],
  ]),
)
const keys = createLexicon([
  ['Field', 'path'],
  ['Operator', 'operator'],
  ['Value', 'value'],
  ['AND', 'all'],
  ['OR', 'any'],
])
const textOperators = createLexicon([
  ['equals', 'equals'],
  ['contains', 'contains'],
  ['starts with', 'starts-with'],
  ['ends with', 'ends-with'],
])
const labelOperators = createLexicon([
  ['present', 'contains'],
  ['absent', 'not-contains'],
])
const channels = createLexicon([
  ['WhatsApp', 'whatsapp'],
  ['Instagram', 'instagram'],
  ['Facebook', 'facebook'],
  ['WebChat', 'webchat'],
])
const statuses = createLexicon([
  ['Open', 'open'],
  ['Resolved', 'resolved'],
])

/** The four channels, as seed 004 writes them. */
export const channelWords: Translation = listOf(word(channels))

const comparison = (operators: Lexicon, value: Translation): Translation => {
  const nested = listOf(conversationCondition)
  return record(keys, {
    path: fields,
    operator: word(operators),
    value,
    all: nested,
    any: nested,
    not: nested,
  })
}

/** A condition in the words of seed 004: how a field is compared, and with what, depends on the field. */
export const conversationCondition: Translation = {
  read: (value) => formOf(isObject(value) ? fields.read(value['Field'] ?? null) : null).read(value),
  write: (value) => formOf(isObject(value) ? (value['path'] ?? null) : null).write(value),
}

function formOf(path: Json): Translation {
  switch (path) {
    case 'conversation.labels':
      return comparison(labelOperators, asItIs)
    case 'conversation.channel':
      return comparison(textOperators, channelWords)
    case 'conversation.status':
      return comparison(textOperators, listOf(word(statuses)))
    default:
      return comparison(textOperators, asItIs)
  }
}
