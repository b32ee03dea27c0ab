import type {
  ApprovalItem,
  CallId,
  ConversationId,
  IntentId,
  Item,
  MessageItem,
  Session,
  SessionState,
  SkillItem,
} from '@threadwork/core'
import { createLedger, createOutbox, createRecovery } from '@threadwork/core'
import type { ReactElement } from 'react'
import { Chat, type ChatProps } from '../chat/Chat.tsx'

const at = Date.UTC(2026, 0, 1, 10, 32)

/** A finished message; `change` makes it another. */
export const sampleMessage = (
  key: string,
  text = `Message ${key}`,
  change: Partial<MessageItem> = {},
): MessageItem => ({
  kind: 'message',
  id: `id-${key}`,
  key,
  runId: null,
  at,
  role: 'agent',
  messageId: null,
  text,
  status: 'complete',
  submission: null,
  ...change,
})

/** A skill that is done. */
export const sampleSkill = (key: string): SkillItem => ({
  kind: 'skill',
  id: `id-${key}`,
  key,
  runId: null,
  at,
  skillName: `Skill ${key}`,
  skillId: null,
  occurrence: 1,
  status: 'completed',
  error: null,
  startedAt: null,
  endedAt: null,
})

/** An approval that waits. */
export const sampleApproval = (key: string, change: Partial<ApprovalItem> = {}): ApprovalItem => ({
  kind: 'approval',
  id: `id-${key}`,
  key,
  runId: null,
  at,
  callId: `call-${key}` as CallId, // named by hand
  scope: 'skill',
  skillName: `Refund ${key}`,
  skillId: null,
  occurrence: 1,
  parameters: { order: key },
  schema: [],
  status: 'awaiting',
  by: null,
  error: null,
  startedAt: null,
  endedAt: null,
  submission: null,
  ...change,
})

/** A session in a test's hands: it shows what it is told, and nothing goes anywhere. */
export interface HandSession {
  readonly session: Session
  readonly show: (items: readonly Item[], change?: Partial<SessionState>) => void
}

let sessions = 0

const intent = (): IntentId => 'intent' as IntentId // named by hand

export const handSession = (first: readonly Item[], parts: Partial<Session> = {}): HandSession => {
  let state: SessionState = {
    items: first,
    phase: 'idle',
    queue: [],
    link: 'live',
    recovery: null,
    isStopped: false,
    history: 'ready',
    problem: null,
    storageProblem: null,
  }
  const listeners = new Set<() => void>()
  sessions += 1
  const session: Session = {
    conversationId: `keys-${sessions}` as ConversationId, // named by hand
    capabilities: {
      name: 'hand',
      delivery: 'pull',
      idempotent: [],
      commands: ['send-message', 'decide', 'submit-form', 'retry-step'],
      stop: 'stop-listening',
    },
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    open: () => undefined,
    close: () => undefined,
    wake: () => undefined,
    setOffline: () => undefined,
    upload: () => new Promise(() => undefined),
    editQueued: () => undefined,
    pauseQueued: () => undefined,
    send: intent,
    decide: intent,
    submitForm: intent,
    retryStep: intent,
    cancelWorkflow: intent,
    skipConnection: intent,
    renewLink: () => Promise.resolve(null),
    watchConnection: () => undefined,
    retry: () => undefined,
    discard: () => null,
    stop: () => undefined,
    readDraft: () => null,
    writeDraft: () => undefined,
    getReports: () => [],
    subscribeReports: () => () => undefined,
    subscribeDrafts: () => () => undefined,
    inspect: () => ({ ledger: createLedger(), outbox: createOutbox([]), recovery: createRecovery('pull') }),
    watch: () => () => undefined,
    ...parts,
  }
  const show: HandSession['show'] = (items, change = {}) => {
    state = { ...state, items, ...change }
    for (const listener of listeners) listener()
  }
  return { session, show }
}

/** A chat of a usual size over a session in hand. */
export const drawnChat = (session: Session, look: Partial<Omit<ChatProps, 'session'>> = {}): ReactElement => (
  <div style={{ blockSize: 600, inlineSize: 700 }}>
    <Chat title="Returns" agentName="Ada" {...look} session={session} />
  </div>
)
