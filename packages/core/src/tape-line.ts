import type { Fact } from './facts.ts'
import type { IntentId } from './ids.ts'
import { isRecord } from './is-record.ts'
import type {
  Command,
  LinkChange,
  Outcome,
  ReadResult,
  TransportCapabilities,
  WireReport,
} from './transport.ts'

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

type Fields = Readonly<Record<string, unknown>>

const areFacts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((fact) => isRecord(fact) && typeof fact['type'] === 'string')

const hasType = (value: unknown): boolean => isRecord(value) && typeof value['type'] === 'string'

// As far as a replay leans on it.
const isWhole: Readonly<Record<string, (entry: Fields) => boolean>> = {
  facts: ({ facts }) => areFacts(facts),
  link: ({ change }) => hasType(change),
  report: ({ report }) => hasType(report),
  read: ({ result }) => isRecord(result) && (result['status'] === 'failed' || areFacts(result['facts'])),
  command: ({ command, intentId }) => hasType(command) && typeof intentId === 'string',
  outcome: ({ outcome, intentId }) => isRecord(outcome) && typeof intentId === 'string',
}

const parse = (line: string, number: number): Fields => {
  try {
    const value: unknown = JSON.parse(line)
    if (isRecord(value)) return value
  } catch (cause) {
    throw new SyntaxError(
      `Line ${number} of the tape is not JSON, so it cannot be replayed: record it again.`,
      { cause },
    )
  }
  throw new SyntaxError(
    `Line ${number} of the tape is not an object, so it cannot be replayed: record it again.`,
  )
}

const decodeEntry = (line: string, number: number): TapeEntry => {
  const entry = parse(line, number)
  const { at, type } = entry
  const judge = typeof type === 'string' && Object.hasOwn(isWhole, type) ? isWhole[type] : undefined
  if (typeof at !== 'number' || !Number.isFinite(at) || at < 0 || !judge)
    throw new SyntaxError(
      `Line ${number} of the tape has no time or a type that this version does not know. Record it again, or replay it with the version that wrote it.`,
    )
  if (!judge(entry))
    throw new SyntaxError(
      `Line ${number} of the tape says “${String(type)}” and does not hold what belongs to that, so it cannot be replayed: record it again.`,
    )
  // The form was written by a recorder; what it holds are facts, which the ledger takes tolerantly.
  return entry as unknown as TapeEntry
}

/** Reads a tape's JSON lines; throws a `SyntaxError` that names the line and what was expected there. */
export const decodeTape = (text: string): DecodedTape => {
  const lines = text
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
  const [first, ...rest] = lines
  const head = parse(first?.line ?? 'null', first?.number ?? 1)
  const { capabilities } = head
  if (head['tape'] !== 'threadwork-tape/1' || !isRecord(capabilities))
    throw new SyntaxError(
      `Line ${first?.number ?? 1} of the tape is not its head: expected {"tape":"threadwork-tape/1","capabilities":…}.`,
    )
  const entries = rest.map(({ line, number }) => decodeEntry(line, number))
  return { head: head as unknown as TapeHead, entries } // checked above as far as a replay leans on it
}

/** A tape as JSON lines: its head, then an entry a line. */
export const encodeTape = ({ head, entries }: DecodedTape): string =>
  `${[head, ...entries].map((line) => JSON.stringify(line)).join('\n')}\n`
