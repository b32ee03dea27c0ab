export { digestOfCall, type ShownCall } from './call-digest.ts'
export { canonicalJson } from './canonical-json.ts'
export type * from './attachment.ts'
export type * from './clock.ts'
export type * from './conversation.ts'
export * from './error.ts'
export type * from './events.ts'
export type * from './facts.ts'
export type * from './form.ts'
export { askedFields } from './form-asked.ts'
export { dataPointTypes, decodeDataPoints } from './form-decode.ts'
export { createDataPoint } from './form-field.ts'
export type { LocalTime } from './form-local-time.ts'
export { submittedValues } from './form-submit.ts'
export { validateField, type FieldProblem } from './form-validate.ts'
export {
  answerOf,
  emptyValues,
  isBlank,
  submittedOption,
  toControlValue,
  type FormValues,
  type UploadedFile,
} from './form-values.ts'
export type * from './ids.ts'
export type * from './items.ts'
export { decodeReplyActions, type ReplyAction } from './reply-action.ts'
export type * from './neighbours.ts'
export type * from './session-contract.ts'
export type * from './storage.ts'
export type * from './transport.ts'
export { createLedger, type Ledger, type StateRead } from './ledger.ts'
export type { Intent } from './outbox-intent.ts'
export { phaseOf } from './phase.ts'
export { explainPhase, type PhaseExplanation, type PhaseRule } from './phase-explain.ts'
export { reduce } from './reduce.ts'
export { stepOutbox } from './outbox.ts'
export {
  createOutbox,
  type Outbox,
  type OutboxEffect,
  type OutboxInput,
  type OutboxStep,
} from './outbox-state.ts'
export { createIntent } from './outbox-intent.ts'
export { createRecovery, stepRecovery } from './recovery.ts'
export type {
  Need,
  RecoveryContext,
  RecoveryEffect,
  RecoveryInput,
  RecoveryState,
  RecoveryStep,
} from './recovery-contract.ts'
export { createSession } from './session.ts'
export { mirrorAcross, type Mirror, type MirrorPort, type OpenMirror } from './session-mirror.ts'
export type { SessionCall, SessionWatcher } from './session-watch.ts'
export { telemetry, type Span, type SpanAttributes, type Tracer } from './telemetry.ts'
export { createStore, emptyState, type SessionStore } from './store.ts'
