import type { ConnectionItem, DataPoint, FormItem, Item, Session } from '@threadwork/core'
import { until } from './quick-clock.ts'
import { viewOf } from './view.ts'
import { isPlayed, type World } from './world.ts'

/** What the person answers when they are asked. */
export interface Manner {
  readonly decision: 'approved' | 'rejected'
  readonly connection: 'allow' | 'deny' | 'skip'
  /** They have other things in mind with the workflow than its form. */
  readonly leavesForms?: boolean
}

/** A person before a session: `look` does what the page asks for, once. */
export interface Person {
  look(): void
  /** What could not be done. */
  readonly troubles: readonly unknown[]
}

const valueOf = ({ key, type, options }: DataPoint, manner: Manner): unknown => {
  switch (type) {
    case 'Radio':
      return key === 'decision' ? manner.decision : 'skipped'
    case 'Email':
      return 'ada@supplier.example'
    case 'Select':
      return options[0]?.value
    case 'Number':
      return 12
    case 'Date':
      return '2026-11-14'
    case 'Checkbox':
      return true
    default:
      return 'Olaria do Sul'
  }
}

// A reason is asked for with a rejection alone.
const isAsked = ({ key }: DataPoint, { decision }: Manner): boolean =>
  key !== 'reason' || decision === 'rejected'

const fillIn = (session: Session, { workflowId, stepId, dataPoints }: FormItem, manner: Manner): void => {
  const asked = dataPoints.filter((point) => isAsked(point, manner))
  const values = Object.fromEntries(asked.map((point) => [point.key, valueOf(point, manner)]))
  session.submitForm(workflowId, stepId, values)
}

// The hub has no word for a connection: its link stands in a form's message.
const linkIn = ({ message, dataPoints }: FormItem): string | null =>
  dataPoints.some(({ key }) => key === 'connection') ? (/https?:\S+/.exec(message)?.[0] ?? null) : null

const consent = async (url: string, decision: 'allow' | 'deny'): Promise<void> => {
  const link = new URL(url)
  const body = new URLSearchParams({ token: link.searchParams.get('token') ?? '', decision })
  const response = await fetch(link, { method: 'POST', body })
  await response.text()
}

/** Plays the person's part before a session, as a page would offer it. */
export const createPerson = (session: Session, manner: Manner): Person => {
  const done = new Set<string>()
  const troubles: unknown[] = []

  const once = (name: string, act: () => void): void => {
    if (done.has(name)) return
    done.add(name)
    act()
  }

  const connect = (item: ConnectionItem): void => {
    if (manner.connection === 'skip') return void session.skipConnection(item.attemptId)
    session.watchConnection(item.attemptId)
    consent(item.link?.url ?? '', manner.connection).catch((cause: unknown) => troubles.push(cause))
  }

  const fillForm = (item: FormItem): void => {
    const link = linkIn(item)
    const { connection } = manner
    if (link === null || connection === 'skip') return fillIn(session, item, manner)
    once(item.id, () => void consent(link, connection).catch((cause: unknown) => troubles.push(cause)))
  }

  const answer = (item: Item): void => {
    const submission = 'submission' in item ? item.submission : null
    // What surely did not arrive is asked of the person again; they click once more.
    if (submission?.status === 'failed') return session.retry(submission.intentId)
    if (submission !== null) return
    if (item.kind === 'approval' && item.status === 'awaiting')
      session.decide(item.callId, manner.decision, 'Over the limit.')
    if (item.kind === 'form' && item.status === 'awaiting' && !manner.leavesForms) fillForm(item)
    if (item.kind === 'workflow' && item.status === 'halted') {
      const failed = item.steps.find(({ status }) => status === 'failed')
      if (failed) session.retryStep(item.workflowId, failed.stepId)
    }
    if (item.kind === 'connection' && item.status === 'auth-required' && item.link)
      once(item.id, () => connect(item))
  }

  return { look: () => session.getState().items.forEach(answer), troubles }
}

const isRead = (world: World, session: Session, conversationId: string): boolean => {
  const shown = new Set(session.getState().items.map(({ id }) => id))
  return world.records('messages', conversationId).every(({ id }) => shown.has(id))
}

export interface Play {
  readonly world: World
  readonly session: Session
  readonly conversationId: string
  readonly manner: Manner
  /** Called at each look, before the person acts. */
  readonly onLook?: () => void
}

/** Plays the conversation until the backend is done and the session shows it. */
export const playOut = async (play: Play): Promise<Person> => {
  const { world, session, conversationId, manner } = play
  const person = createPerson(session, manner)
  const isOver = (): boolean => {
    play.onLook?.()
    person.look()
    const { phase, link } = session.getState()
    return (
      phase === 'idle' &&
      link === 'live' &&
      isPlayed(world, conversationId) &&
      isRead(world, session, conversationId)
    )
  }
  await until('the turn is over, and shown', isOver, 25_000, () => {
    const { items: _items, ...rest } = session.getState()
    return JSON.stringify({ ...rest, view: viewOf(session), heard: world.heard.slice(-20) }, null, 1)
  })
  return person
}
