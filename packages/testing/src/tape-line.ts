import type {
  Command,
  Fact,
  IntentId,
  LinkChange,
  Outcome,
  ReadResult,
  TransportCapabilities,
  WireReport,
} from '@threadwork/core'

/** What was heard or asked, `at` milliseconds after the tape began. */
export type TapeEntry = { readonly at: number } & (
  | { readonly type: 'facts'; readonly facts: readonly Fact[] }
  | { readonly type: 'link'; readonly change: LinkChange }
  | { readonly type: 'report'; readonly report: WireReport }
  | { readonly type: 'read'; readonly result: ReadResult }
  | { readonly type: 'command'; readonly command: Command; readonly intentId: IntentId }
  | { readonly type: 'outcome'; readonly intentId: IntentId; readonly outcome: Outcome }
)

/** The first line of a tape. */
export interface TapeHead {
  readonly tape: 'threadwork-tape/1'
  readonly capabilities: TransportCapabilities
  readonly isRedacted: boolean
}

export interface DecodedTape {
  readonly head: TapeHead
  readonly entries: readonly TapeEntry[]
}

const entryTypes = new Set(['facts', 'link', 'report', 'read', 'command', 'outcome'])

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const parse = (line: string, number: number): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(line)
    if (isObject(value)) return value
  } catch (cause) {
    throw new SyntaxError(
      `Line ${number} of the tape is not JSON, so it cannot be replayed: record it again.`,
      {
        cause,
      },
    )
  }
  throw new SyntaxError(
    `Line ${number} of the tape is not an object, so it cannot be replayed: record it again.`,
  )
}

/** Reads a tape's JSON lines; throws a `SyntaxError` that names the line and what was expected there. */
export const decodeTape = (text: string): DecodedTape => {
  const [first = '', ...rest] = text.split('\n').filter((line) => line.trim() !== '')
  const head = parse(first === '' ? 'null' : first, 1)
  if (head.tape !== 'threadwork-tape/1' || !isObject(head.capabilities))
    throw new SyntaxError(
      'Line 1 of the tape is not its head: expected {"tape":"threadwork-tape/1","capabilities":…}.',
    )
  const entries = rest.map((line, index) => {
    const entry = parse(line, index + 2)
    if (typeof entry.at !== 'number' || typeof entry.type !== 'string' || !entryTypes.has(entry.type))
      throw new SyntaxError(
        `Line ${index + 2} of the tape has no time or a type that this version does not know.`,
      )
    // The form was written by `tape.record`; what it holds are facts, which the ledger takes tolerantly.
    return entry as unknown as TapeEntry
  })
  return { head: head as unknown as TapeHead, entries } // checked above as far as a replay leans on it
}

/** A tape as JSON lines: its head, then an entry a line. */
export const encodeTape = ({ head, entries }: DecodedTape): string =>
  `${[head, ...entries].map((line) => JSON.stringify(line)).join('\n')}\n`
