import type { Session } from '@threadwork/core'
import { wrongEffects } from '../conversation/effects.ts'
import { createPerson, type Manner } from '../conversation/person.ts'
import { until } from '../conversation/quick-clock.ts'
import type { World } from '../conversation/world.ts'

/** What a person decides before a real backend. */
export const deeds = ['approve', 'reject', 'submit', 'send', 'cancel', 'retry'] as const
export type Deed = (typeof deeds)[number]

const refund = 'Order A-1042 arrived broken. Can I get my money back?'
const report = 'Show me the quarterly pipeline report'
const onboard = 'Onboard a new supplier'
const claim = 'File a courier claim for A-1042'

/** The message that leads to what is to be decided. */
export const promptOf: Readonly<Record<Deed, string>> = {
  approve: refund,
  reject: refund,
  send: report,
  submit: onboard,
  cancel: onboard,
  retry: claim,
}

/** What the person does with everything that is asked on the way. */
export const mannerOf = (deed: Deed): Manner => ({
  decision: deed === 'reject' ? 'rejected' : 'approved',
  connection: 'allow',
  ...(deed === 'cancel' ? { leavesForms: true } : {}),
})

/** Whether the person stands before what they have to decide. */
export const isAsked = (session: Session, deed: Deed): boolean =>
  session.getState().items.some((item) => {
    if (deed === 'retry') return item.kind === 'workflow' && item.status === 'halted'
    if (deed === 'submit' || deed === 'cancel') return item.kind === 'form' && item.status === 'awaiting'
    return item.kind === 'approval' && item.status === 'awaiting'
  })

/** Says the message, and goes on until the person stands before their decision. */
export const reachQuestion = async (session: Session, deed: Deed): Promise<void> => {
  session.send(promptOf[deed])
  const person = createPerson(session, mannerOf(deed))
  await until(`the person is asked to ${deed}`, () => {
    const isThere = isAsked(session, deed)
    // A step fails only behind a form.
    if (!isThere && deed === 'retry') person.look()
    return isThere
  })
}

const cancel = (session: Session): void => {
  for (const item of session.getState().items)
    if (item.kind === 'workflow' && item.submission === null && item.status !== 'cancelled')
      session.cancelWorkflow(item.workflowId)
}

/** One click, as the page offers it at that moment. `isOpposite`: on what contradicts it. */
export const click = (session: Session, deed: Deed, isOpposite = false): void => {
  if (deed === 'send') return
  const isCancelling = (deed === 'cancel') !== (isOpposite && (deed === 'cancel' || deed === 'retry'))
  if (isCancelling) return cancel(session)
  const { decision } = mannerOf(deed)
  const opposite = decision === 'approved' ? 'rejected' : 'approved'
  createPerson(session, { connection: 'allow', decision: isOpposite ? opposite : decision }).look()
}

/** Whether the backend has done what was decided. */
export const isCommitted = (world: World, conversationId: string, deed: Deed): boolean => {
  const types = world.records('events', conversationId).map(({ event }) => event.type)
  const count = (type: string): number => types.filter((each) => each === type).length
  switch (deed) {
    case 'approve':
    case 'reject':
      return world.records('approvals', conversationId).some(({ status }) => status !== 'pending')
    case 'send':
      return count('processing.started') > 0
    case 'submit':
      return types.indexOf('workflow.step_completed', types.indexOf('workflow.intervention_required')) > 0
    case 'cancel':
      return count('workflow.cancelled') > 0
    case 'retry':
      return types.indexOf('workflow.step_started', types.indexOf('workflow.step_failed')) > 0
  }
}

/** What the backend did otherwise than once, as sentences. `isContradicted`: the opposite was clicked too. */
export const wrongDeed = (
  world: World,
  conversationId: string,
  { deed, isContradicted }: { readonly deed: Deed; readonly isContradicted: boolean },
): readonly string[] => {
  const events = world.records('events', conversationId).map(({ event }) => event)
  const begun = events.filter(({ type }) => type === 'workflow.step_started')
  const steps = new Set(begun.map((event) => ('step_id' in event ? event.step_id : '')))
  const retries = begun.length - steps.size
  const cancels = events.filter(({ type }) => type === 'workflow.cancelled').length
  const isApproval = promptOf[deed] === refund
  const mayComplete = deed !== 'cancel' || isContradicted
  const wanted = {
    messages: [promptOf[deed]],
    decisions: isApproval ? 1 : 0,
    forms: mayComplete ? 1 : 0,
  }
  const once: Partial<Record<Deed, number>> = { retry: retries, cancel: cancels }
  const count = once[deed]
  return [
    ...wrongEffects(world, conversationId, wanted),
    ...(retries > 1 ? [`It began ${begun.length} steps: ${JSON.stringify(begun)}.`] : []),
    ...(cancels > 1 ? [`It cancelled ${cancels} times.`] : []),
    ...(count === 0 && !isContradicted ? [`It did not ${deed}.`] : []),
  ]
}
