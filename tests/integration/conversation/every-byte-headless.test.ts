import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNear, startNear, type Fetch, type NearBackend, type NearSession } from './in-memory.ts'
import { createPerson } from './person.ts'
import { duplicatesOf, viewOf, type Line } from './view.ts'

interface Recording {
  readonly conversationId: string
  /** All bytes of the turn's own stream. */
  readonly bytes: Uint8Array
  /** What reads said before the turn, by path. */
  readonly before: ReadonlyMap<string, string>
  /** What reads say when the backend has taken the message and told of nothing else, by path. */
  readonly begun: ReadonlyMap<string, string>
  readonly view: readonly Line[]
}

const prompt = 'Order A-1042 arrived broken. Can I get my money back?'
const separator = '\n\n'

let near: NearBackend
let recorded: Recording

const pathOf = (input: string): string => new URL(input, 'http://backend.test').pathname

/** Plays the turn once, with a skill, an approval that is given and messages, and keeps its bytes. */
const record = async (): Promise<Recording> => {
  const conversationId = await near.newConversation()
  const before = new Map<string, string>()
  const chunks: Uint8Array[] = []
  const listen = async (bytes: ReadableStream<Uint8Array>): Promise<void> => {
    for await (const chunk of bytes) chunks.push(chunk)
  }
  const fetch: Fetch = async (input, init) => {
    const response = await near.fetch(input, init)
    if (chunks.length === 0 && init.method === 'GET') before.set(pathOf(input), await response.clone().text())
    const { body } = response
    if (!input.endsWith('/messages') || init.method !== 'POST' || !body) return response
    const [mine, theirs] = body.tee()
    void listen(mine)
    return new Response(theirs, response)
  }
  const { session, settle, passUntil } = openNear(conversationId, fetch)
  const person = createPerson(session, { decision: 'approved', connection: 'allow' })
  await settle()
  session.send(prompt)
  await passUntil(() => {
    person.look()
    return session.getState().phase === 'idle' && session.getState().items.length >= 5
  })
  await settle()
  const bytes = new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer())
  const view = viewOf(session)
  session.close()
  return { conversationId, bytes, before, view, begun: await readBegun(conversationId) }
}

const readBegun = async (conversationId: string): Promise<ReadonlyMap<string, string>> => {
  const path = `/api/chat/conversations/${conversationId}`
  const history = (await (await near.fetch(`${path}/messages`, { method: 'GET' })).json()) as History
  const own = history.messages.slice(-1)
  const state = {
    conversation_id: conversationId,
    state: 'ai_running',
    updated_at: own[0]?.created_at,
  }
  return new Map([
    [path, JSON.stringify(state)],
    [`${path}/messages`, JSON.stringify({ messages: own, total_count: 1 })],
    ['/api/chat/conversations/events', JSON.stringify({ events: [] })],
  ])
}

interface History {
  readonly messages: readonly { readonly created_at: string }[]
}

type Ending = 'eof' | 'error'

const bodyOf = (bytes: Uint8Array, ending: Ending): ReadableStream<Uint8Array> => {
  let isSent = bytes.length === 0
  return new ReadableStream({
    pull: (controller) => {
      if (!isSent) controller.enqueue(bytes)
      else if (ending === 'eof') controller.close()
      else controller.error(new TypeError('The connection was reset.'))
      isSent = true
    },
  })
}

/**
 * A way to the backend whose stream breaks at a byte. Until it is healed, reads tell of the turn no more than the message
 * that began it: what is shown of the rest came from the bytes.
 */
const cutFetch = (cut: number, ending: Ending): { readonly fetch: Fetch; heal(): void } => {
  const json = { 'Content-Type': 'application/json' }
  let isSent = false
  let isHealed = false
  const readBroken = (path: string): Response => {
    const body = isSent ? recorded.begun.get(path) : recorded.before.get(path)
    return body === undefined ? new Response(null, { status: 503 }) : new Response(body, { headers: json })
  }
  const fetch: Fetch = async (input, init) => {
    if (init.method === 'POST') {
      isSent = true
      const headers = { 'Content-Type': 'text/event-stream' }
      return new Response(bodyOf(recorded.bytes.subarray(0, cut), ending), { headers })
    }
    return isHealed ? near.fetch(input, init) : readBroken(pathOf(input))
  }
  return {
    fetch,
    heal: () => {
      isHealed = true
    },
  }
}

/** Where the blocks end: an event is dispatched by the byte before. */
const blockEnds = (bytes: Uint8Array): readonly number[] => {
  const text = new TextDecoder('latin1').decode(bytes)
  const ends: number[] = []
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1))
    ends.push(at + separator.length)
  return ends
}

const shownOf = ({ session }: NearSession): string =>
  JSON.stringify([session.getState().phase, viewOf(session)])

interface CutResult {
  /** What was shown when the stream had broken, before anything was read. */
  readonly prefix: string
  readonly isOver: boolean
  readonly rebuilt: readonly Line[]
  readonly duplicates: readonly string[]
}

const playCut = async (cut: number, ending: Ending): Promise<CutResult> => {
  const way = cutFetch(cut, ending)
  const near = openNear(recorded.conversationId, way.fetch)
  const { session } = near
  await near.settle()
  session.send(prompt)
  await near.settle()
  session.wake()
  await near.settle()
  const prefix = shownOf(near)
  const isOver = session.getState().phase === 'idle'
  way.heal()
  const isWhole = (): boolean =>
    session.getState().phase === 'idle' &&
    session.getState().link === 'live' &&
    session.getState().items.length >= recorded.view.length
  session.wake()
  await near.passUntil(isWhole)
  const result = { prefix, isOver, rebuilt: viewOf(session), duplicates: duplicatesOf(session) }
  session.close()
  return result
}

beforeAll(async () => {
  near = startNear()
  recorded = await record()
})

afterAll(() => {
  near.backend.close()
})

/** What the bytes before a cut amount to. */
interface Dispatched {
  /** What another cut behind the same event showed. */
  readonly sameBlocks: string
  readonly isEnded: boolean
}

/** What is wrong with one cut, if anything is. */
const judge = (cut: number, result: CutResult, { sameBlocks, isEnded }: Dispatched): readonly string[] => [
  ...(result.prefix === sameBlocks
    ? []
    : [`${cut}: half an event changed ${sameBlocks} to ${result.prefix}`]),
  // Before its first event there is no turn on the page that could be over.
  ...(result.isOver === isEnded ? [] : [`${cut}: the turn is ${result.isOver ? '' : 'not '}over`]),
  ...(JSON.stringify(result.rebuilt) === JSON.stringify(recorded.view)
    ? []
    : [`${cut}: rebuilt as ${JSON.stringify(result.rebuilt)}`]),
  ...result.duplicates.map((name) => `${cut}: ${name} stands twice`),
]

test('a stream that breaks at any byte shows no more than came, and is made whole', async () => {
  const { bytes, view } = recorded
  const ends = blockEnds(bytes)
  const byBlocks = new Map<number, string>()
  const broken: string[] = []
  let cuts = 0

  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const result = await playCut(cut, cut % 2 === 0 ? 'eof' : 'error')
    const blocks = ends.filter((end) => end <= cut).length
    const sameBlocks = byBlocks.get(blocks) ?? result.prefix
    byBlocks.set(blocks, sameBlocks)
    broken.push(...judge(cut, result, { sameBlocks, isEnded: blocks === ends.length }))
    cuts += 1
  }

  console.info(`headless: cuts: ${cuts} of ${bytes.length + 1}, in ${ends.length} events`)
  expect(broken.slice(0, 5)).toEqual([])
  expect(cuts).toBe(bytes.length + 1)
  expect(byBlocks.size).toBe(ends.length + 1)
  expect(new TextDecoder().decode(bytes)).toMatch(
    /skill\.completed[^]*skill\.confirmation_required[^]*agent\.message[^]*processing\.finished/,
  )
  expect(view.map(({ kind }) => kind)).toEqual(['message', 'skill', 'message', 'approval', 'message'])
})
