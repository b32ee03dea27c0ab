import { afterAll, describe, expect, test } from 'vitest'
import { readEventStream, type StreamEvent } from './event-stream.ts'

// https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
const e = (data: string, type = 'message', lastEventId = ''): StreamEvent => ({ type, data, lastEventId })

type Case = readonly [title: string, input: string, events: readonly StreamEvent[], retry?: number | null]

const CASES: readonly Case[] = [
  // Streams and byte order marks
  ['an empty stream gives nothing', '', []],
  ['a lone byte order mark gives nothing', '\uFEFF', []],
  ['one leading byte order mark is dropped', '\uFEFFdata: a\n\n', [e('a')]],
  ['a second byte order mark belongs to the field name', '\uFEFF\uFEFFdata: a\n\n', []],
  ['a second mark spoils only its own line', '\uFEFF\uFEFFdata: a\ndata: b\n\n', [e('b')]],
  ['a mark on a later line spoils that line', 'data: a\n\uFEFFdata: b\n\n', [e('a')]],
  ['a mark inside data is data', 'data: \uFEFFa\n\n', [e('\uFEFFa')]],
  ['a mark before a blank line leaves a blank line', '\uFEFF\n\ndata: a\n\n', [e('a')]],
  ['a mark before a comment', '\uFEFF: c\ndata: a\n\n', [e('a')]],
  ['letters that look like a mark in Latin-1 are letters', 'ï»¿data: a\ndata: b\n\n', [e('b')]],
  ['a mark before CRLF', '\uFEFF\r\ndata: a\r\n\r\n', [e('a')]],
  // Line ends
  ['LF ends lines', 'data: a\n\n', [e('a')]],
  ['CR ends lines', 'data: a\r\r', [e('a')]],
  ['CRLF ends lines', 'data: a\r\n\r\n', [e('a')]],
  ['CR then LF is one end, so no event yet', 'data: a\r\n', []],
  ['LF then CR are two ends', 'data: a\n\r', [e('a')]],
  ['CRLF then CR', 'data: a\r\n\r', [e('a')]],
  ['CRLF then LF', 'data: a\r\n\n', [e('a')]],
  ['CR then CRLF', 'data: a\r\r\n', [e('a')]],
  ['LF then CRLF', 'data: a\n\r\n', [e('a')]],
  ['mixed ends in one block', 'data: a\rdata: b\r\ndata: c\n\n', [e('a\nb\nc')]],
  ['many blank lines between blocks', 'data: a\n\n\n\n\ndata: b\n\n', [e('a'), e('b')]],
  ['leading blank lines', '\n\n\r\n\rdata: a\n\n', [e('a')]],
  ['only blank lines give nothing', '\n\r\n\r\n\n\r\r', []],
  ['two events with CR', 'data: a\r\rdata: b\r\r', [e('a'), e('b')]],
  ['two events with CRLF', 'data: a\r\n\r\ndata: b\r\n\r\n', [e('a'), e('b')]],
  ['a vertical tab does not end a line', 'data: a\vb\n\n', [e('a\vb')]],
  ['a form feed does not end a line', 'data: a\fb\n\n', [e('a\fb')]],
  ['NEL does not end a line', 'data: a\u0085b\n\n', [e('a\u0085b')]],
  ['a line separator does not end a line', 'data: a\u2028b\u2029c\n\n', [e('a\u2028b\u2029c')]],
  // The last block
  ['a block without a blank line is dropped', 'data: a\n', []],
  ['a line without an end is dropped', 'data: a', []],
  ['only the last block is dropped', 'data: a\n\ndata: b\n', [e('a')]],
  ['a dropped block keeps its id to itself', 'id: 1\ndata: a\n\nid: 2\ndata: b\n', [e('a', 'message', '1')]],
  ['a blank line of spaces is not blank', 'data: a\n \n', []],
  ['a blank line of a tab is not blank', 'data: a\n\t\n', []],
  // Data
  ['the space behind the colon is optional', 'data:a\n\n', [e('a')]],
  ['only one space is taken', 'data:  a\n\n', [e(' a')]],
  ['a tab is not taken', 'data:\ta\n\n', [e('\ta')]],
  ['a no-break space is not taken', 'data:\u00A0a\n\n', [e('\u00A0a')]],
  ['trailing spaces stay', 'data: a  \n\n', [e('a  ')]],
  ['a colon in the value stays', 'data: a:b\n\n', [e('a:b')]],
  ['a leading colon in the value stays', 'data::a\n\n', [e(':a')]],
  ['two data lines join by LF', 'data: a\ndata: b\n\n', [e('a\nb')]],
  ['data lines join by LF whatever ended them', 'data: a\r\ndata: b\r\n\r\n', [e('a\nb')]],
  ['empty data is an event', 'data:\n\n', [e('')]],
  ['empty data with a space is an event', 'data: \n\n', [e('')]],
  ['data without a colon is empty data', 'data\n\n', [e('')]],
  ['two data without a colon are one LF', 'data\ndata\n\n', [e('\n')]],
  ['the three blocks of the standard', 'data\n\ndata\ndata\n\ndata:', [e(''), e('\n')]],
  ['an empty line of data in the middle', 'data: a\ndata:\ndata: b\n\n', [e('a\n\nb')]],
  ['an empty line of data at the end', 'data: a\ndata\n\n', [e('a\n')]],
  ['an empty line of data at the start', 'data:\ndata: a\n\n', [e('\na')]],
  ['NUL in data stays', 'data: a\0b\n\n', [e('a\0b')]],
  ['the stock example of the standard', 'data: YHOO\ndata: +2\ndata: 10\n\n', [e('YHOO\n+2\n10')]],
  ['optional spaces give equal events', 'data:test\n\ndata: test\n\n', [e('test'), e('test')]],
  ['an event in a value is text', 'data: event: x\n\n', [e('event: x')]],
  ['data that is JSON', 'data: {"a": "b: c"}\n\n', [e('{"a": "b: c"}')]],
  // Text
  ['two-byte letters', 'data: äöü\n\n', [e('äöü')]],
  ['three-byte letters', 'data: 日本語\n\n', [e('日本語')]],
  ['four-byte letters', 'data: 👩‍👩‍👧😀\n\n', [e('👩‍👩‍👧😀')]],
  ['letters in an event name and an id', 'event: é\nid: 日\ndata: 😀\n\n', [e('😀', 'é', '日')]],
  ['letters in a comment', ': 😀é\ndata: a\n\n', [e('a')]],
  ['a right-to-left mark stays', 'data: \u202Ea\n\n', [e('\u202Ea')]],
  // Comments
  ['a comment is ignored', ': hello\ndata: a\n\n', [e('a')]],
  ['a comment alone is no event', ': hello\n\n', []],
  ['an empty comment is no event', ':\n\n', []],
  ['a comment between data lines', 'data: a\n: c\ndata: b\n\n', [e('a\nb')]],
  ['a comment without an end', ': hello', []],
  ['a comment that looks like a field', ':data: a\n\n', []],
  [
    'the comment example of the standard',
    ': t\n\ndata: f\nid: 1\n\ndata:s\nid\n\ndata:  t\n\n',
    [e('f', 'message', '1'), e('s'), e(' t')],
  ],
  ['many comments', ':\n:\n:\ndata: a\n:\n\n:\n\n', [e('a')]],
  // Event names
  ['an event has a name', 'event: x\ndata: a\n\n', [e('a', 'x')]],
  ['the name may come behind the data', 'data: a\nevent: x\n\n', [e('a', 'x')]],
  ['the last name wins', 'event: x\nevent: y\ndata: a\n\n', [e('a', 'y')]],
  ['an empty name is message', 'event:\ndata: a\n\n', [e('a')]],
  ['an empty name takes an earlier one back', 'event: x\nevent:\ndata: a\n\n', [e('a')]],
  ['event without a colon is an empty name', 'event: x\nevent\ndata: a\n\n', [e('a')]],
  ['a name ends with its block', 'event: x\ndata: a\n\ndata: b\n\n', [e('a', 'x'), e('b')]],
  ['a name without data is no event', 'event: x\n\ndata: b\n\n', [e('b')]],
  ['a name keeps its further spaces', 'event:  x \ndata: a\n\n', [e('a', ' x ')]],
  ['a name may hold a colon', 'event: a:b\ndata: a\n\n', [e('a', 'a:b')]],
  ['a name may be message', 'event: message\ndata: a\n\n', [e('a')]],
  [
    'the three events of the standard',
    'event: add\ndata: 1\n\nevent: remove\ndata: 2\n\nevent: add\ndata: 3\n\n',
    [e('1', 'add'), e('2', 'remove'), e('3', 'add')],
  ],
  // Ids
  ['an id is kept', 'id: 1\ndata: a\n\n', [e('a', 'message', '1')]],
  ['an id behind the data counts', 'data: a\nid: 1\n\n', [e('a', 'message', '1')]],
  ['an id lasts', 'id: 1\ndata: a\n\ndata: b\n\n', [e('a', 'message', '1'), e('b', 'message', '1')]],
  ['the last id of a block wins', 'id: 1\nid: 2\ndata: a\n\n', [e('a', 'message', '2')]],
  ['an id without data lasts', 'id: 1\n\ndata: a\n\n', [e('a', 'message', '1')]],
  ['an empty id takes it back', 'id: 1\ndata: a\n\nid:\ndata: b\n\n', [e('a', 'message', '1'), e('b')]],
  ['id without a colon takes it back', 'id: 1\ndata: a\n\nid\ndata: b\n\n', [e('a', 'message', '1'), e('b')]],
  ['an id with NUL is ignored', 'id: 1\0\ndata: a\n\n', [e('a')]],
  ['an id of NUL is ignored', 'id: \0\ndata: a\n\n', [e('a')]],
  [
    'an id with NUL leaves the last one',
    'id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n',
    [e('a', 'message', '1'), e('b', 'message', '1')],
  ],
  ['an id with NUL leaves its block’s one', 'id: 1\nid: 2\0\ndata: a\n\n', [e('a', 'message', '1')]],
  ['an id keeps its further spaces', 'id:  1 \ndata: a\n\n', [e('a', 'message', ' 1 ')]],
  ['an id may hold a colon', 'id: a:b\ndata: a\n\n', [e('a', 'message', 'a:b')]],
  // Reconnection time
  ['retry in digits', 'retry: 1500\n\n', [], 1500],
  ['retry without a space', 'retry:7\n', [], 7],
  ['retry zero', 'retry: 0\n', [], 0],
  ['retry with leading zeros is decimal', 'retry: 010\n', [], 10],
  ['retry counts at once, without a blank line', 'retry: 5\ndata: a\n', [], 5],
  ['the last retry wins', 'retry: 5\nretry: 6\n', [], 6],
  ['retry with a letter is ignored', 'retry: 5s\n\n', [], null],
  ['retry with a sign is ignored', 'retry: -5\nretry: +5\n\n', [], null],
  ['retry with a point is ignored', 'retry: 1.5\n\n', [], null],
  ['retry with a second space is ignored', 'retry:  5\n\n', [], null],
  ['retry with a trailing space is ignored', 'retry: 5 \n\n', [], null],
  ['retry in other digits is ignored', 'retry: ٣\nretry: ５\n\n', [], null],
  ['retry in hexadecimal is ignored', 'retry: 0x10\n\n', [], null],
  ['an empty retry is ignored', 'retry\nretry:\nretry: \n\n', [], null],
  ['a bad retry leaves the last one', 'retry: 5\nretry: x\n\n', [], 5],
  ['retry does not disturb an event', 'retry: 5\ndata: a\n\n', [e('a')], 5],
  // Other fields
  ['an unknown field is ignored', 'test: x\ndata: a\n\n', [e('a')]],
  ['an unknown field without a colon is ignored', 'test\ndata: a\n\n', [e('a')]],
  ['field names heed case', 'Data: a\nDATA: b\n\ndAta: c\n\n', []],
  ['a name with a leading space is unknown', ' data: a\n\n', []],
  ['a name with a trailing space is unknown', 'data : a\n\n', []],
  ['a longer name is unknown', 'datas: a\n\n', []],
  ['a shorter name is unknown', 'dat: a\n\n', []],
  ['a name in quotes is unknown', '"data": a\n\n', []],
  ['names with a wrong end are unknown', 'ids: 1\nevents: x\nretrys: 5\ndata: a\n\n', [e('a')], null],
  ['JSON that is no field is ignored', '{"data": 1}\ndata: a\n\n', [e('a')]],
  ['a colonless line of text is ignored', 'hello world\ndata: a\n\n', [e('a')]],
]

const streamOf = (parts: readonly Uint8Array[]): ReadableStream<Uint8Array> => {
  const rest = [...parts]
  return new ReadableStream({
    pull: (controller) => {
      const part = rest.shift()
      if (part) controller.enqueue(part)
      else controller.close()
    },
  })
}

const readAll = async (parts: readonly Uint8Array[]) => {
  const stream = readEventStream(streamOf(parts))
  const events: StreamEvent[] = []
  for await (const event of stream) events.push(event)
  return { events, retry: stream.retry }
}

let passed = 0
let reads = 0

describe(`the standard's interpretation of an event stream, ${CASES.length} cases`, () => {
  afterAll(() => {
    console.log(`event-stream: ${passed} of ${CASES.length} cases of the standard, in ${reads} reads`)
  })

  test.each(CASES.map(([title, ...rest]) => ({ title, rest })))('$title', async ({ rest }) => {
    const [input, events, retry = null] = rest
    const bytes = new TextEncoder().encode(input)
    const expected = { events, retry }

    expect(await readAll([bytes])).toEqual(expected)
    expect(await readAll([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(expected)
    for (let cut = 0; cut <= bytes.length; cut += 1)
      expect(await readAll([bytes.slice(0, cut), bytes.slice(cut)]), `cut at byte ${cut}`).toEqual(expected)

    passed += 1
    reads += bytes.length + 3
  })
})
