import { createSession, type Session } from '@threadwork/core'
import { signalr } from '@threadwork/signalr'
import { memoryStorage, virtualClock, type VirtualClock } from '@threadwork/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { passing, startNear, type Fetch, type NearBackend, type NearSession } from './in-memory.ts'
import { dialHub, nearSocket, negotiateNear, type Dial } from './near-socket.ts'
import { createPerson } from './person.ts'
import { duplicatesOf, viewOf, type Line } from './view.ts'

interface Recording {
  readonly conversationId: string
  /** What the hub sent to a tab that only listens: the handshake's answer, the join's, then the events. */
  readonly frames: readonly string[]
  /** What the history said before the turn. */
  readonly before: string
  readonly view: readonly Line[]
}

const encoder = new TextEncoder()
let near: NearBackend
let recorded: Recording

const open = (
  conversationId: string,
  dial: Dial,
  fetch: Fetch,
  clock: VirtualClock = virtualClock({ now: 1000 }),
): NearSession => {
  const transport = signalr({
    url: 'http://backend.test/api/chat',
    fetch,
    clock,
    WebSocket: nearSocket(dial),
  })
  const session = createSession({ transport, conversationId, clock, storage: memoryStorage() })
  session.open()
  return { session, clock, ...passing(clock) }
}

const isLive = (session: Session): boolean =>
  session.getState().history === 'ready' && session.getState().link === 'live'

const historyOf = async (conversationId: string): Promise<string> =>
  (await near.fetch(`/api/chat/history?conversationId=${conversationId}`, { method: 'GET' })).text()

/** Plays a workflow with a form in one tab, and keeps what another one heard. */
const record = async (): Promise<Recording> => {
  const conversationId = await near.newConversation()
  const before = await historyOf(conversationId)
  const frames: string[] = []
  const actor = open(conversationId, dialHub(near.backend.hub), near.fetch)
  const tap = (text: string): void => void frames.push(text)
  const listener = open(conversationId, dialHub(near.backend.hub, tap), near.fetch, actor.clock)
  await listener.passUntil(() => isLive(listener.session) && isLive(actor.session))
  const person = createPerson(actor.session, { decision: 'approved', connection: 'allow' })
  actor.session.send('Onboard a new supplier')
  await actor.passUntil(() => {
    person.look()
    return actor.session.getState().phase === 'idle' && viewOf(actor.session).length === 5
  })
  await listener.passUntil(() => viewOf(listener.session).length === 5)
  const view = viewOf(listener.session)
  actor.session.close()
  listener.session.close()
  // Pings depend on the wall's clock.
  return { conversationId, frames: frames.filter((text) => !text.includes('"type":6')), before, view }
}

/** The frames that are whole before a cut, and the rest of the bytes before it. */
const cutFrames = (cut: number): { readonly whole: readonly string[]; readonly rest: string } => {
  const whole: string[] = []
  let left = cut
  for (const frame of recorded.frames) {
    const bytes = encoder.encode(frame)
    if (bytes.length > left) return { whole, rest: new TextDecoder().decode(bytes.subarray(0, left)) }
    whole.push(frame)
    left -= bytes.length
  }
  return { whole, rest: '' }
}

/** A hub that says what was recorded up to a cut, breaks off there, and is the real one from the next call on. */
const dialCut = (cut: number): Dial => {
  const { whole, rest } = cutFrames(cut)
  let calls = 0
  return (caller) => {
    calls += 1
    if (calls > 1) return dialHub(near.backend.hub)(caller)
    let position = 0
    const deliverTo = (end: number): void => {
      for (; position < Math.min(end, whole.length); position += 1) caller.deliver(whole[position] ?? '')
    }
    const end = (): void => {
      deliverTo(whole.length)
      // A WebSocket drops what is left of a frame; half of the others hand it on, as a worse way might.
      if (cut % 2 === 1 && rest !== '') caller.deliver(rest)
      caller.breakOff()
    }
    const say = (text: string): void => {
      const isJoin = text.includes('"JoinConversation"')
      if (!isJoin && !text.includes('"protocol"')) return
      // The handshake and the join are answered one by one. Events follow unasked, once the history is read.
      queueMicrotask(() => deliverTo(isJoin ? 2 : 1))
      if (isJoin || whole.length === 0) setImmediate(end)
    }
    return { say, hangUp: () => {} }
  }
}

const withoutForms = (lines: readonly Line[]): readonly Line[] => lines.filter(({ kind }) => kind !== 'form')

interface CutResult {
  readonly prefix: string
  readonly isOver: boolean
  readonly isIdle: boolean
  readonly rebuilt: readonly Line[]
  readonly duplicates: readonly string[]
}

const playCut = async (cut: number): Promise<CutResult> => {
  let isHealed = false
  const fetch: Fetch = (input, init) =>
    isHealed
      ? near.fetch(input, init)
      : Promise.resolve(new Response(recorded.before, { headers: { 'Content-Type': 'application/json' } }))
  const { session, settle, passUntil } = open(recorded.conversationId, dialCut(cut), fetch)
  await settle()
  await settle()
  const { phase, items } = session.getState()
  const workflow = items.find((item) => item.kind === 'workflow')
  const prefix = JSON.stringify([phase, viewOf(session)])
  isHealed = true
  session.wake()
  await passUntil(() => isLive(session) && session.getState().phase === 'idle' && viewOf(session).length >= 4)
  const result = {
    prefix,
    isOver: workflow !== undefined && workflow.status !== 'running' && workflow.status !== 'awaiting-input',
    isIdle: phase === 'idle',
    rebuilt: viewOf(session),
    duplicates: duplicatesOf(session),
  }
  session.close()
  return result
}

/** What is wrong with one cut, if anything is. */
const judge = (cut: number, result: CutResult, sameFrames: string): readonly string[] => {
  const heard = cutFrames(cut).whole.join('')
  const isBegun = heard.includes('"WorkflowStarted"')
  const isEnded = heard.includes('"WorkflowCompleted"')
  const isRebuilt =
    JSON.stringify(withoutForms(result.rebuilt)) === JSON.stringify(withoutForms(recorded.view)) &&
    result.rebuilt.every(({ kind, status }) => kind !== 'form' || status === 'closed')
  return [
    ...(result.prefix === sameFrames
      ? []
      : [`${cut}: half an event changed ${sameFrames} to ${result.prefix}`]),
    ...(result.isOver === isEnded ? [] : [`${cut}: the workflow is ${result.isOver ? '' : 'not '}over`]),
    ...(isBegun && !isEnded && result.isIdle
      ? [`${cut}: idle while the workflow runs: ${result.prefix}`]
      : []),
    ...(isRebuilt ? [] : [`${cut}: rebuilt as ${JSON.stringify(result.rebuilt)}`]),
    ...result.duplicates.map((name) => `${cut}: ${name} stands twice`),
  ]
}

beforeAll(async () => {
  // The adapter loads it when it is first used, which takes time that no virtual clock counts.
  await import('@microsoft/signalr')
  vi.stubGlobal('fetch', negotiateNear)
  near = startNear()
  recorded = await record()
})

afterAll(() => {
  near.backend.close()
  vi.unstubAllGlobals()
})

test('a hub connection that breaks at any byte shows no more than came, and is made whole', async () => {
  const size = encoder.encode(recorded.frames.join('')).length
  const byFrames = new Map<number, string>()
  const broken: string[] = []
  let cuts = 0

  for (let cut = 0; cut <= size; cut += 1) {
    const result = await playCut(cut)
    const frames = cutFrames(cut).whole.length
    const sameFrames = byFrames.get(frames) ?? result.prefix
    byFrames.set(frames, sameFrames)
    broken.push(...judge(cut, result, sameFrames))
    cuts += 1
  }

  console.info(`signalr: cuts: ${cuts} of ${size + 1}, in ${recorded.frames.length} frames`)
  expect(broken.slice(0, 5)).toEqual([])
  expect(cuts).toBe(size + 1)
  expect(byFrames.size).toBe(recorded.frames.length + 1)
  // Each event but the first two answers shows something of its own.
  expect(new Set(byFrames.values()).size).toBeGreaterThan(8)
  expect(recorded.view.map(({ kind }) => kind)).toEqual(['message', 'workflow', 'message', 'form', 'message'])
})
