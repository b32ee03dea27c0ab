import {
  answerOf,
  toControlValue,
  type ApprovalItem,
  type ConnectionItem,
  type FormItem,
  type Item,
  type MessageItem,
  type NoticeItem,
  type SkillItem,
  type WorkflowItem,
} from '@threadwork/core'
import { approvalOutcome } from '../approval/approval-outcome.ts'
import { visibleText } from '../approval/text-parts.ts'
import { localTime } from '../form/local-time.ts'
import { readValue } from '../form/read-value.ts'
import { isMain } from '../workflow/workflow-progress.ts'
import type { TranscriptWords } from './useTranscriptWords.ts'

/** A line of a card: what it is, and what it holds. */
export interface Fact {
  readonly label: string
  readonly value: string
}

/** An item as it is read: who or what, what became of it, and its words. All of it can be searched and copied. */
export interface TranscriptEntry {
  readonly key: string
  readonly kind: Item['kind']
  readonly at: number | null
  readonly heading: string
  /** How it stands, in a few words; `null` for a message. */
  readonly status: string | null
  /** An agent's words; `null` where there are none. */
  readonly markdown: string | null
  /** Words without any marks. */
  readonly text: string | null
  readonly facts: readonly Fact[]
}

/** What an entry is written with. */
export interface Wording {
  readonly strings: TranscriptWords
  readonly agentName: string
}

type Body = Omit<TranscriptEntry, 'key' | 'kind' | 'at'>

const blank = { status: null, markdown: null, text: null, facts: [] } as const

const messageBody = (item: MessageItem, { strings, agentName }: Wording): Body =>
  item.role === 'agent'
    ? {
        ...blank,
        heading: agentName,
        status: item.isScripted ? strings.message.scripted : null,
        markdown: item.text,
        facts: (item.actions ?? []).map((action) => ({
          label: visibleText(action.label),
          value: visibleText(action.type === 'link' ? action.url : strings.message.sends(action.text)),
        })),
      }
    : { ...blank, heading: strings.message.you, text: item.text }

const skillBody = (item: SkillItem, { strings }: Wording): Body => {
  const { startedAt, endedAt } = item
  const lasted = startedAt !== null && endedAt !== null ? strings.time.duration(endedAt - startedAt) : null
  const word = strings.skill[item.status]
  return {
    ...blank,
    heading: strings.skill.label(item.skillName, item.status),
    status: lasted === null ? word : strings.transcript.fact(word, lasted),
    text: item.error,
    facts: item.skillId === null ? [] : [{ label: strings.skill.skillId, value: item.skillId }],
  }
}

const written = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return visibleText(text ?? String(value))
}

const approvalBody = (item: ApprovalItem, { strings }: Wording): Body => {
  const labels = new Map(item.schema.map(({ name, label }) => [name, label ?? name]))
  return {
    ...blank,
    heading: strings.approval.region(visibleText(item.skillName), item.occurrence),
    status: approvalOutcome(item, strings.approval)?.text ?? strings.status.phases['awaiting-approval'],
    text: item.error,
    facts: Object.entries(item.edited ?? item.parameters).map(([name, value]) => ({
      label: visibleText(labels.get(name) ?? name),
      value: written(value),
    })),
  }
}

const connectionStatus = (item: ConnectionItem, service: string, strings: TranscriptWords): string => {
  switch (item.status) {
    case 'auth-required':
      return strings.status.phases['awaiting-connection']
    case 'authorized':
      return strings.connection.authorized(service)
    case 'failed':
      return strings.connection.failed
    case 'skipped':
      return strings.connection.skipped
    case 'closed':
      return strings.connection.closed
  }
}

const connectionBody = (item: ConnectionItem, { strings }: Wording): Body => {
  const service = item.link?.connectorName ?? strings.connection.anyService
  return {
    ...blank,
    heading: strings.connection.region(service),
    status: connectionStatus(item, service, strings),
    text: item.error,
  }
}

const answersOf = ({ dataPoints, answers }: FormItem, strings: TranscriptWords): readonly Fact[] => {
  if (answers === null) return []
  return dataPoints.flatMap((field) => {
    const answer = answerOf(field, answers)
    if (answer === undefined) return []
    const value = readValue(field, toControlValue(field, answer, localTime), strings.form)
    return [{ label: field.label, value }]
  })
}

const formBody = (item: FormItem, { strings }: Wording): Body => {
  const statuses = {
    awaiting: strings.status.phases['awaiting-input'],
    submitted: strings.transcript.formSent,
    closed: strings.transcript.formClosed,
  } as const
  return { ...blank, heading: item.message, status: statuses[item.status], facts: answersOf(item, strings) }
}

const workflowBody = (item: WorkflowItem, { strings }: Wording): Body => ({
  ...blank,
  heading: strings.workflow.region(item.name === '' ? strings.workflow.unnamed : item.name),
  status: strings.workflow.statuses[item.status],
  text: item.error ?? null,
  facts: item.steps.map((step) => ({
    label: isMain(step) ? step.message : strings.transcript.fact(strings.workflow.background, step.message),
    value: step.error ?? strings.workflow.steps[step.status],
  })),
})

const noticeBody = (item: NoticeItem, { strings }: Wording): Body => ({
  ...blank,
  heading:
    item.notice === 'events-expired' ? strings.message.eventsExpired : strings.message.conversationClosed,
})

const bodyOf = (item: Item, wording: Wording): Body => {
  switch (item.kind) {
    case 'message':
      return messageBody(item, wording)
    case 'skill':
      return skillBody(item, wording)
    case 'approval':
      return approvalBody(item, wording)
    case 'connection':
      return connectionBody(item, wording)
    case 'form':
      return formBody(item, wording)
    case 'workflow':
      return workflowBody(item, wording)
    case 'notice':
      return noticeBody(item, wording)
  }
}

/** An item, written for the transcript. Secrets are named, never shown; what hides in a value is written out. */
export const entryOf = (item: Item, wording: Wording): TranscriptEntry => ({
  key: item.key,
  kind: item.kind,
  at: item.at,
  ...bodyOf(item, wording),
})
