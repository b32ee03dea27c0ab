import { isRecord } from '../is-record.ts'
import type { Json } from '../json.ts'
import { createLexicon } from './lexicon.ts'
import { asItIs, record, word, type Translation } from './translation.ts'

const fields = word(
  createLexicon([
    ['Conversation Status', 'conversation-status'],
    ['Conversation Labels', 'labels'],
    ['Conversation Channel', 'channel'],
    ['Conversation Starred', 'starred'],
    ['Message Text', 'message-text'],
  ]),
)
const keys = createLexicon([
  ['Field', 'field'],
  ['Operator', 'operator'],
  ['Value', 'value'],
])
const operators = word(
  createLexicon([
    ['starts with', 'starts-with'],
    ['ends with', 'ends-with'],
  ]),
)
const statuses = createLexicon([
  ['Open', 'open'],
  ['Resolved', 'resolved'],
])
const channels = createLexicon([
  ['WhatsApp', 'whatsapp'],
  ['Instagram', 'instagram'],
  ['Facebook', 'facebook'],
  ['WebChat', 'webchat'],
])

/** The four channels, as seed 004 writes them. */
export const channelWord: Translation = word(channels)

/** One condition of a decision in the words of seed 004; what it is compared with depends on the field. */
export const comparison: Translation = {
  read: (value) => formOf(isRecord(value) ? fields.read(value['Field'] ?? null) : null).read(value),
  write: (value) => formOf(isRecord(value) ? (value['field'] ?? null) : null).write(value),
}

const form = (value: Translation): Translation => record(keys, { field: fields, operator: operators, value })
const ofStatus = form(word(statuses))
const ofChannel = form(channelWord)
const ofOther = form(asItIs)

function formOf(field: Json): Translation {
  if (field === 'conversation-status') return ofStatus
  return field === 'channel' ? ofChannel : ofOther
}
