import type { ConversationEvent } from '@threadwork/core'
import type { Answer, Turn } from './draw-conversation.ts'

/** An event as the wire has it, before the backend numbers and dates it. */
export type Told = Readonly<Record<string, unknown>> & { readonly type: ConversationEvent['type'] }

/** One thing that the backend does in a turn. */
export type Beat =
  | { readonly type: 'tell'; readonly told: Told }
  /** Nothing goes on until the decisions are made. */
  | { readonly type: 'ask'; readonly calls: readonly string[] }
  | { readonly type: 'form'; readonly stepId: string; readonly workflowId: string }
  /** The stream is interrupted, and nothing of this run is told or kept any more. */
  | { readonly type: 'park'; readonly attemptId: string }
  /** A reply that only the history shows. */
  | { readonly type: 'reply'; readonly messageId: string; readonly text: string }

/** One row that the thread must show in the end: any of these words. A client that decided itself knows more. */
export interface Row {
  readonly isMessage: boolean
  readonly mine: readonly string[]
  readonly others: readonly string[]
}

export interface Script {
  readonly runId: string
  readonly userId: string
  readonly text: string
  readonly beats: readonly Beat[]
  readonly rows: readonly Row[]
  readonly answers: ReadonlyMap<string, { readonly answer: Answer; readonly by: 'me' | 'elsewhere' }>
  readonly workflows: ReadonlyMap<string, DrawnWorkflow>
}

/** How a workflow ended, and each of its steps, in the order in which they are shown. */
export interface DrawnWorkflow {
  readonly status: 'completed' | 'halted'
  readonly steps: ReadonlyMap<string, string>
}

const row = (line: string, isMessage = false): Row => ({ isMessage, mine: [line], others: [line] })

/** Writes a drawn turn down as the wire would tell it, with the wire's gaps, and as the rows it must end in. */
export const writeDown = (turn: Turn, index: number): Script => {
  const runId = `r${index}`
  const beats: Beat[] = []
  const rows: Row[] = [row(`user u${index}: ${turn.text}`, true)]
  const answers = new Map<string, { readonly answer: Answer; readonly by: 'me' | 'elsewhere' }>()
  const uses = new Map<string, number>()
  const workflows = new Map<string, DrawnWorkflow>()
  const tell = (told: Told): void => void beats.push({ type: 'tell', told })
  const skill = (type: Told['type'], skillName: string, more: object = {}): void =>
    tell({ type, skillName, skillId: null, callId: null, ...more })
  const end = (name: string, how: 'completed' | 'failed'): void =>
    skill(`skill-${how}`, name, how === 'failed' ? { error: 'no' } : {})
  const useOf = (name: string): string => {
    uses.set(name, (uses.get(name) ?? 0) + 1)
    return `${runId}/${name}#${uses.get(name)}`
  }
  tell({ type: 'turn-started' })
  for (const [part, piece] of turn.pieces.entries()) {
    const name = `${index}-${part}`
    switch (piece.type) {
      case 'message':
        tell({ type: 'message', messageId: `m${name}`, text: piece.text })
        rows.push(row(`agent m${name}: ${piece.text}`, true))
        break
      case 'skill':
        skill('skill-running', piece.name)
        if (piece.end !== 'lost') end(piece.name, piece.end)
        rows.push(row(`${useOf(piece.name)} ${piece.end === 'lost' ? 'unknown' : piece.end}`))
        break
      case 'parallel':
        // The wire says once that it runs, and then how each of them ended.
        skill('skill-running', piece.name)
        for (const how of piece.ends) {
          end(piece.name, how)
          rows.push(row(`${useOf(piece.name)} ${how}`))
        }
        break
      case 'approvals': {
        const calls = piece.asked.map((_, place) => `c${name}-${place}`)
        for (const [place, asked] of piece.asked.entries()) {
          const callId = calls[place] ?? ''
          answers.set(callId, asked)
          skill('approval-required', asked.name, { callId, scope: 'skill', parameters: {}, schema: [] })
          useOf(asked.name)
          const mine = asked.by === 'me'
          rows.push(
            asked.answer === 'approved'
              ? {
                  isMessage: false,
                  mine: [`call:${callId} completed ${mine ? 'me' : 'elsewhere'}`],
                  others: [`call:${callId} completed elsewhere`],
                }
              : {
                  isMessage: false,
                  mine: mine
                    ? [`call:${callId} rejected me`]
                    : [`call:${callId} resolved null`, `call:${callId} resolved elsewhere`],
                  others: [`call:${callId} resolved null`],
                },
          )
        }
        beats.push({ type: 'ask', calls })
        for (const asked of piece.asked) {
          if (asked.answer !== 'approved') continue
          skill('skill-running', asked.name)
          end(asked.name, 'completed')
        }
        break
      }
      case 'connection':
        tell({ type: 'connection-required', attemptId: `a${name}`, link: null })
        beats.push({ type: 'park', attemptId: `a${name}` })
        beats.push({ type: 'reply', messageId: `m${name}`, text: piece.reply })
        rows.push(row(`attempt:a${name} authorized`), row(`agent m${name}: ${piece.reply}`, true))
        break
      case 'workflow': {
        const workflowId = `w${name}`
        const { companion, fails, formAt } = piece
        const steps = Array.from({ length: piece.steps }, (_, place) => `s${place + 1}`)
        const aside = { workflowId, stepId: 'aside', lane: 'companion' }
        const endAside = (): void => {
          if (companion?.end === 'failed') tell({ type: 'step-failed', ...aside, error: 'no' })
          if (companion?.end === 'completed') tell({ type: 'step-completed', ...aside })
        }
        const told: (readonly [string, string])[] = []
        tell({ type: 'workflow-started', workflowId, name: 'Onboard' })
        for (const [index, stepId] of steps.entries()) {
          const place = index + 1
          const isBeside = companion?.beside === place
          const hasFailed = fails && place === steps.length
          tell({ type: 'step-started', workflowId, stepId, message: stepId })
          told.push([stepId, hasFailed ? 'failed' : 'completed'])
          if (isBeside) {
            tell({ type: 'step-started', ...aside, message: 'aside' })
            told.push(['aside', companion.end])
          }
          if (place === formAt) {
            tell({ type: 'form-required', workflowId, stepId, message: '', dataPoints: [], problems: [] })
            beats.push({ type: 'form', workflowId, stepId })
          }
          if (isBeside && !companion.isLong) endAside()
          if (companion?.isLong && place === steps.length) endAside()
          if (hasFailed) tell({ type: 'step-failed', workflowId, stepId, error: 'no' })
          else tell({ type: 'step-completed', workflowId, stepId })
        }
        if (!fails) tell({ type: 'workflow-ended', workflowId })
        const status = fails ? 'halted' : 'completed'
        workflows.set(workflowId, { status, steps: new Map(told) })
        rows.push(row(`workflow:${workflowId} ${status} ${told.map((step) => step.join(' ')).join(', ')}`))
        rows.push(row(`form:${workflowId}/s${piece.formAt} closed`))
        break
      }
    }
  }
  const isParked = turn.pieces.at(-1)?.type === 'connection'
  if (!turn.isEndLost && !isParked) tell({ type: 'turn-ended' })
  return { runId, userId: `u${index}`, text: turn.text, beats, rows, answers, workflows }
}
