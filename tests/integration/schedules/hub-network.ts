import type { Clock, Command, ConversationEvent, FailureReason } from '@threadwork/core'
import { signalr } from '@threadwork/signalr'
import { nearSocket, negotiateNear, type Caller, type Dial } from '../conversation/near-socket.ts'
import type { Chance } from './draw-conversation.ts'
import type { FaultyTransport, Weather } from './faulty-transport.ts'
import { createNetwork, type Network } from './network.ts'
import { everyRun, type StoryBackend } from './story-backend.ts'
import { watchedTransport } from './watched-transport.ts'

type Fields = Readonly<Record<string, unknown>>

/** How one hub says things: drawn once for each conversation. */
export interface HubManners {
  /** Events carry their workflow, a number and a time; otherwise they are as bare as the seed's. */
  readonly isCounted: boolean
  readonly isPositional: boolean
  readonly isPascal: boolean
  /** A workflow that is over stays in the history until the next one begins. */
  readonly keepsEnded: boolean
  readonly isWrapped: boolean
}

export const drawHubManners = (chance: Chance): HubManners => {
  const isCounted = chance.happens(0.6)
  return {
    isCounted,
    isPositional: !isCounted && chance.happens(0.5),
    isPascal: chance.happens(0.3),
    keepsEnded: chance.happens(0.5),
    isWrapped: chance.happens(0.3),
  }
}

const recordEnd = '\u001E'
const dateOf = (at: number | null): string => new Date(at ?? 0).toISOString()

const pascal = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [`${key[0]?.toUpperCase()}${key.slice(1)}`, value]),
  )

/** An event as the hub calls it: the method's name, then the seed's fields in their order. */
const callOf = (event: ConversationEvent): readonly [string, Fields] | null => {
  switch (event.type) {
    case 'message':
      return [
        'MessageReceived',
        { messageId: event.messageId, source: 'agent', content: event.text, createdAt: dateOf(event.at) },
      ]
    case 'workflow-started':
      return ['WorkflowStarted', { workflowId: event.workflowId, name: event.name }]
    case 'step-started':
      return ['WorkflowStepStarted', { stepId: event.stepId, message: event.message }]
    case 'form-required':
      return [
        'WorkflowInterventionRequired',
        { stepId: event.stepId, message: event.message, dataPoints: [] },
      ]
    case 'step-completed':
      return ['WorkflowStepCompleted', { stepId: event.stepId }]
    case 'step-failed':
      return ['WorkflowStepFailed', { stepId: event.stepId, error: event.error }]
    case 'workflow-ended':
      return ['WorkflowCompleted', { workflowId: event.workflowId }]
    default:
      return null
  }
}

const frameOf = (event: ConversationEvent, manners: HubManners): string | null => {
  const call = callOf(event)
  if (call === null) return null
  const [target, seed] = call
  const lane = 'lane' in event && event.lane ? { lane: event.lane } : {}
  const workflowId = 'workflowId' in event ? { workflowId: event.workflowId } : {}
  const counted = manners.isCounted ? { ...workflowId, seq: event.seq, at: dateOf(event.at) } : {}
  // No client reads this: it tells the oracle whose a bare event truly was.
  const origin = 'stepId' in event && !manners.isCounted ? { origin: `of:${event.workflowId}` } : {}
  const one = { ...seed, ...lane, ...counted, ...origin }
  const object = manners.isPascal ? pascal(one) : one
  const isPositional = manners.isPositional && !('lane' in lane)
  const positional = Object.values({ ...seed, ...origin })
  return `${JSON.stringify({ type: 1, target, arguments: isPositional ? positional : [object] })}${recordEnd}`
}

interface Told {
  status: string
  lane?: string
}

/** The history's ActiveWorkflow, made of what was told until then; `null` when none is active. */
const activeOf = (
  events: readonly ConversationEvent[],
  { keepsEnded, isCounted }: HubManners,
): Fields | null => {
  const began = events.findLastIndex(({ type }) => type === 'workflow-started')
  const first = events[began]
  if (first?.type !== 'workflow-started') return null
  const steps = new Map<string, Told>()
  let currentStep: string | null = null
  let form: string | null = null
  let status = 'running'
  for (const event of events.slice(began)) {
    if (event.type === 'workflow-ended') status = 'completed'
    if (!('stepId' in event)) continue
    const told = steps.get(event.stepId) ?? { status: '', ...(event.lane ? { lane: event.lane } : {}) }
    steps.set(event.stepId, told)
    if (!event.lane) {
      currentStep = event.stepId
      form = event.type === 'form-required' ? event.stepId : event.type === 'step-started' ? null : form
      status = event.type === 'form-required' ? 'awaiting_input' : 'running'
      if (event.type === 'step-failed') status = 'halted'
      if (event.type === 'step-completed' || event.type === 'step-failed') form = null
    }
    const words = {
      'form-required': 'awaiting_input',
      'step-completed': 'completed',
      'step-failed': 'failed',
    } as const
    told.status = event.type === 'step-started' ? 'running' : words[event.type]
  }
  const isOver = status === 'completed' || status === 'halted'
  if (isOver && !keepsEnded) return null
  const last = events.findLast((event) => 'workflowId' in event)
  return {
    workflowId: first.workflowId,
    name: first.name,
    status,
    currentStep: status === 'completed' ? null : currentStep,
    steps: [...steps].map(([stepId, told]) => ({ stepId, message: stepId, ...told })),
    ...(form === null ? {} : { pendingIntervention: { stepId: form, message: '', dataPoints: [] } }),
    startedAt: dateOf(first.at),
    updatedAt: dateOf(last?.at ?? null),
    ...(isCounted ? { seq: last?.seq } : {}),
  }
}

/** The hub of one client: each socket hears from its joining to its end, in order, and what it misses is lost. */
const createSockets = (backend: StoryBackend, network: Network, manners: HubManners) => {
  const { clock, chance, weather, bad } = network
  const open = new Set<() => void>()

  const dial: Dial = (caller: Caller) => {
    let isOver = false
    let isMute = false
    let last = clock.now()
    let hush = (): void => undefined
    const leave = (): void => {
      isOver = true
      hush()
      open.delete(breakOff)
    }
    const breakOff = (): void => {
      if (isOver) return
      leave()
      caller.breakOff()
    }
    const later = (act: () => void, most: number): void => {
      last = Math.max(last, clock.now() + chance.between(1, most))
      clock.after(last - clock.now(), () => {
        if (!isOver && !isMute) act()
      })
    }
    const send = (frame: string): void => {
      isMute ||= bad(0.01)
      later(() => {
        if (!bad(0.05)) return caller.deliver(frame)
        // At any byte; a WebSocket drops what is left of a frame, a worse way hands it on.
        if (chance.happens(0.5)) caller.deliver(frame.slice(0, chance.between(0, frame.length)))
        breakOff()
      }, 120)
    }
    const join = (invocationId: string): void => {
      hush()
      hush = backend.listen(everyRun, (event) => {
        const frame = frameOf(event, manners)
        if (frame !== null) send(manners.isCounted && bad(0.05) ? frame + frame : frame)
      })
      send(`${JSON.stringify({ type: 3, invocationId, result: null })}${recordEnd}`)
    }
    const hear = (record: string): void => {
      const said = JSON.parse(record) as Fields // the client library's own words
      if ('protocol' in said) return send(`{}${recordEnd}`)
      if (said['target'] === 'JoinConversation') join(String(said['invocationId']))
    }
    open.add(breakOff)
    if (!weather.isOnline || bad(0.1)) later(breakOff, 50)
    return {
      say: (text) =>
        later(() => {
          for (const record of text.split(recordEnd).filter(Boolean)) hear(record)
        }, 40),
      hangUp: leave,
    }
  }

  return { dial, drop: () => [...open].forEach((breakOff) => breakOff()) }
}

const statusOf: Partial<Record<FailureReason, number>> = { conflict: 409, gone: 410 }

const commandOf = (path: string, body: Fields): Command | null => {
  if (path.endsWith('/messages')) return { type: 'send-message', text: String(body['text']) }
  if (path.endsWith('/resume-workflow'))
    // The backend of a test reads its own client's words.
    return {
      type: 'submit-form',
      workflowId: body['workflowId'],
      stepId: body['stepId'],
      values: {},
    } as Command
  return null
}

/** Has to be called once before hubs are used: loads the client library and answers its negotiations. */
export const prepareHubs = async (): Promise<() => void> => {
  await import('@microsoft/signalr')
  const { fetch } = globalThis
  globalThis.fetch = negotiateNear
  return () => {
    globalThis.fetch = fetch
  }
}

/** The real adapter of the hub over a network of this process. */
export const hubOverNetwork =
  (manners: HubManners) =>
  (backend: StoryBackend, clock: Clock, chance: Chance, weather: Weather): FaultyTransport => {
    const network = createNetwork(clock, chance, weather)
    const { bad, travel, answer } = network
    const sockets = createSockets(backend, network, manners)
    const taken = new Map<string, FailureReason | null>()

    const readHistory = async (signal: AbortSignal | null): Promise<Response> => {
      await travel(bad(0.05) ? 9000 : 300, signal)
      if (bad(0.12)) return answer(chance.pick([500, 502, 503]), {})
      const messages = backend
        .history(0)
        .toReversed()
        .map(({ messageId, role, text, at }) => ({
          messageId,
          source: role,
          content: text,
          createdAt: dateOf(at),
        }))
      const body = { messages, activeWorkflow: activeOf(backend.eventsSince(null, 0), manners) }
      const told = answer(200, manners.isWrapped ? { result: body } : body)
      // It grows old on its way, while events overtake it.
      await travel(bad(0.3) ? 2000 : 50, signal)
      return told
    }
    const write = async (path: string, body: Fields, signal: AbortSignal | null): Promise<Response> => {
      await travel(150, signal)
      if (bad(0.08)) throw new TypeError('fetch failed')
      const command = commandOf(path, body)
      if (command === null) return answer(404, {})
      const key = String(body['clientMessageId'] ?? body['idempotencyKey'])
      const refused = taken.get(key) === null ? null : backend.take(command)
      taken.set(key, refused)
      await travel(150, signal)
      if (bad(0.12)) throw new TypeError('fetch failed')
      return refused === null ? answer(202, {}) : answer(statusOf[refused] ?? 500, {})
    }

    const transport = signalr({
      url: 'http://chat.test/api/chat',
      clock,
      WebSocket: nearSocket(sockets.dial),
      fetch: (input, init) => {
        const signal = init?.signal ?? null
        if (init?.method !== 'POST') return readHistory(signal)
        // What the adapter posts is JSON text.
        const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Fields) : {}
        return write(new URL(input).pathname, body, signal)
      },
    })
    return watchedTransport(transport, clock, sockets.drop)
  }
