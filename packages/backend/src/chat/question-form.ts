import type { DataPoint, JsonObject, Question } from '@threadwork/engine'
import type { BackendContext } from '../context.ts'
import { attemptOf, linkOf, withLivingLink } from './connections.ts'

/** A question as a form, for a wire that knows no other. */
export interface QuestionForm {
  readonly message: string
  readonly dataPoints: readonly DataPoint[]
}

const longestReason = 1000

type Approval = Extract<Question, { readonly type: 'approval' }>

/** What a person is asked at a step, as a form; a form stays what it is. */
export function formOf(
  context: BackendContext,
  {
    question,
    runId,
    stepId,
  }: { readonly question: Question; readonly runId: string; readonly stepId: string },
): QuestionForm {
  switch (question.type) {
    case 'form':
      return { message: question.message, dataPoints: question.dataPoints }
    case 'approval':
      return { message: `Approve “${question.skill}”?`, dataPoints: decisionFields(question) }
    case 'connection':
      return {
        message: connectionMessage(context, question.connector, runId, stepId),
        dataPoints: connectionFields,
      }
  }
}

const decisionFields = (question: Approval): readonly DataPoint[] => [
  {
    key: 'decision',
    label: 'Your decision',
    help: parametersOf(question),
    type: 'Radio',
    options: [
      { value: 'approved', label: 'Approve' },
      { value: 'rejected', label: 'Reject' },
    ],
  },
  {
    key: 'reason',
    label: 'Reason',
    type: 'TextArea',
    required: false,
    maxLength: longestReason,
    help: 'It may be quoted to others.',
    visibleWhen: { key: 'decision', in: ['rejected'] },
  },
]

const connectionFields: readonly DataPoint[] = [
  {
    key: 'connection',
    label: 'Your account',
    type: 'Radio',
    options: [
      { value: 'authorized', label: 'I have connected it' },
      { value: 'skipped', label: 'Go on without it' },
    ],
  },
]

// A line each, and each value as JSON, so that a number and a text that looks like one are told apart.
function parametersOf({ parameters, notes }: Approval): string {
  const labels = new Map(notes.map((note) => [note.name, note.label]))
  return Object.entries(parameters)
    .map(([name, value]) => `${labels.get(name) ?? name}: ${JSON.stringify(value)}`)
    .join('\n')
}

function connectionMessage(
  context: BackendContext,
  connector: string,
  runId: string,
  stepId: string,
): string {
  const attempt = attemptOf(context, runId, stepId)
  const link = attempt ? linkOf(context, withLivingLink(context, attempt)).url : ''
  return `Connect your ${connector} account: open ${link} and come back here.`
}

/** What a submitted form says of an approval. */
export const decisionOf = (
  values: JsonObject,
): { readonly resolution: 'approved' | 'rejected'; readonly reason: string | null } => ({
  resolution: values['decision'] === 'approved' ? 'approved' : 'rejected',
  reason:
    typeof values['reason'] === 'string' && values['reason'].trim() !== '' ? values['reason'].trim() : null,
})
