export { itemsShowing } from './journey.ts'
export { factsOf } from './ledger-facts.ts'
export { phaseGroundsOf, type PhaseGrounds } from './phase-grounds.ts'
export { decodeTape, encodeTape, type DecodedTape, type TapeEntry, type TapeHead } from './tape-line.ts'
export { openTape, type TapeMoment, type TapePlayer } from './tape-player.ts'
export {
  createTapeWriter,
  recordTape,
  type RecordOptions,
  type SessionRecording,
  type TapeWriter,
} from './tape-record.ts'
export { createRedactor, type Redact } from './tape-redact.ts'
