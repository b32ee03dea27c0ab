import { recordTape } from './tape-record.ts'
import { replayTape } from './tape-replay.ts'

/** Recorded sessions: `record` wraps a transport, `replay` makes one of a tape's text. */
export const tape: { readonly record: typeof recordTape; readonly replay: typeof replayTape } = {
  record: recordTape,
  replay: replayTape,
}
