import {
  type Clock,
  type Command,
  type CommandType,
  type ConversationEvent,
  type Fact,
  type Transport,
} from '@threadwork/core'
import { failureOf } from '@threadwork/testing'

export const actions = ['approve', 'reject', 'submit', 'send', 'cancel', 'retry'] as const
export type Action = (typeof actions)[number]

/** What becomes of the next commands on their way. */
export interface Way {
  /** The backend has it, and nobody tells the client. */
  isAnswerLost: boolean
  /** It leaves, and never arrives; the client cannot tell this from a lost answer. */
  isRequestLost: boolean
  /** The client gives up after five seconds; the command arrives so many milliseconds after its leaving. */
  lateBy: number | null
  isOnline: boolean
}

export interface Desk {
  /** Commands that took effect, in their order. */
  readonly effects: readonly Command[]
  readonly way: Way
  transport(): Transport
}

export interface DeskOptions {
  readonly clock: Clock
  readonly action: Action
  /** It knows a command that comes again by its key, and answers as before. */
  readonly isKeyed: boolean
  readonly chance: () => number
  /** For the control: the client is told that there are keys, and sends again without looking. */
  readonly isBlind?: boolean
}

const epoch = Date.UTC(2026, 0, 1, 12)
const all: readonly CommandType[] = ['send-message', 'decide', 'submit-form', 'retry-step', 'cancel-workflow']

type Told = Readonly<Record<string, unknown>> & { readonly type: ConversationEvent['type'] }

const step = { workflowId: 'w1', stepId: 's1' }
const workflow = [
  { type: 'turn-started' },
  { type: 'workflow-started', workflowId: 'w1', name: 'Onboard' },
  { type: 'step-started', ...step, message: 'Details' },
] as const
const form = { type: 'form-required', ...step, message: '', dataPoints: [], problems: [] } as const
const call = { skillName: 'Refund', skillId: null, callId: 'c1' }
const done = [
  { type: 'step-completed', ...step },
  { type: 'workflow-ended', workflowId: 'w1' },
  { type: 'turn-ended' },
] as const

const beginnings: Readonly<Record<Action, readonly Told[]>> = {
  approve: [
    { type: 'turn-started' },
    { type: 'approval-required', ...call, scope: 'skill', parameters: {}, schema: [] },
  ],
  reject: [
    { type: 'turn-started' },
    { type: 'approval-required', ...call, scope: 'skill', parameters: {}, schema: [] },
  ],
  submit: [...workflow, form],
  cancel: [...workflow, form],
  retry: [...workflow, { type: 'step-failed', ...step, error: 'no' }],
  send: [],
}

const aftermath = (command: Command): readonly Told[] => {
  switch (command.type) {
    case 'decide':
      return command.resolution === 'approved'
        ? [
            { type: 'skill-running', ...call, callId: null },
            { type: 'skill-completed', ...call, callId: null },
            { type: 'turn-ended' },
          ]
        : [{ type: 'turn-ended' }]
    case 'submit-form':
      return done
    case 'retry-step':
      return [{ type: 'step-started', ...step, message: 'Details' }, ...done]
    case 'cancel-workflow':
      return [{ type: 'workflow-cancelled', workflowId: 'w1' }, { type: 'turn-ended' }]
    case 'send-message':
      return [{ type: 'turn-started' }, { type: 'turn-ended' }]
    case 'skip-connection':
      return []
  }
}

/** A backend that has one thing to be decided, and counts how often it was. */
export const createDesk = ({ clock, action, isKeyed, chance, isBlind = false }: DeskOptions): Desk => {
  const facts: Fact[] = []
  const effects: Command[] = []
  const answers = new Map<string, boolean>()
  const way: Way = { isAnswerLost: false, isRequestLost: false, lateBy: null, isOnline: true }
  let run = 0
  let seq = 0
  let isOpen = true

  const now = (): number => epoch + clock.now()
  const tell = (told: Told): void => {
    if (told.type === 'turn-started') {
      run += 1
      seq = 0
    }
    seq += 1
    const envelope = { runId: `r${run}`, seq, at: now(), eventId: null }
    facts.push({ type: 'event', event: { ...envelope, ...told } as unknown as ConversationEvent }) // built field by field
    const isBusy = told.type !== 'turn-ended'
    facts.push({ type: 'backend-state', state: isBusy ? 'ai-running' : 'idle', at: now() })
  }
  const write = (text: string): void => {
    const message = { messageId: `u${effects.length}`, role: 'user', text, runId: null, at: now() }
    facts.push({ type: 'history-message', message: { ...message, intentId: null, revision: 0 } as never }) // ids are branded
  }
  // A message is taken whenever it comes; everything else waits for one answer.
  const take = (command: Command): boolean => {
    if (command.type !== 'send-message' && !isOpen) return false
    isOpen = false
    effects.push(command)
    if (command.type === 'send-message') write(command.text)
    for (const told of aftermath(command)) tell(told)
    return true
  }
  const commit = (command: Command, key: string): boolean => {
    const known = isKeyed ? answers.get(key) : undefined
    if (known !== undefined) return known
    const isTaken = take(command)
    answers.set(key, isTaken)
    return isTaken
  }
  const wait = (ms: number): Promise<void> => new Promise((passed) => clock.after(ms, passed))
  const travel = (): Promise<void> => wait(5 + chance() * 200)
  const lost = { status: 'failed', failure: failureOf({ reason: 'unknown-outcome' }) } as const

  for (const told of beginnings[action]) tell(told)
  const transport = (): Transport => ({
    capabilities: {
      name: 'desk',
      delivery: 'pull',
      idempotent: isKeyed || isBlind ? all : [],
      commands: all,
      stop: 'stop-listening',
    },
    open: () => {
      let isClosed = false
      const isGone = (): boolean => isClosed || !way.isOnline
      return {
        submit: async (command, intentId) => {
          const { lateBy, isAnswerLost } = way
          if (lateBy !== null) {
            clock.after(lateBy, () => void commit(command, intentId))
            await wait(5000)
            return lost
          }
          await travel()
          if (!way.isOnline) return { status: 'failed', failure: failureOf({ reason: 'unreachable' }) }
          if (way.isRequestLost) return lost
          const isTaken = commit(command, intentId)
          await travel()
          if (isAnswerLost || isGone()) return lost
          return isTaken
            ? { status: 'accepted', runId: null }
            : { status: 'failed', failure: failureOf({ reason: 'conflict' }) }
        },
        read: async () => {
          await travel()
          if (isGone() || chance() < 0.1)
            return { status: 'failed', failure: failureOf({ reason: 'unreachable' }) }
          const read = [...facts]
          await travel()
          return { status: 'read', facts: read, isExpired: false, problems: [] }
        },
        resume: async () => false,
        renewLink: async () => ({ status: 'read', facts: [], isExpired: false, problems: [] }),
        stopListening: () => undefined,
        wake: () => undefined,
        close: () => {
          isClosed = true
        },
      }
    },
  })
  return { effects, way, transport }
}
