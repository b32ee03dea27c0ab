import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBackend, createFetchHttp, createKeyring, createSealer } from '@threadwork/backend'
import { createNodeCodeRunner, createSqliteStore } from '@threadwork/backend/node'
import { createStage, type Json, type Stage } from './stage.ts'
import { newConversation } from './conversation.ts'
import { byHand, execute, live, node } from './graph.ts'
import type { EchoHost } from './echo-host.ts'

/** What a scan went through, and where it found what it looked for. */
export interface SecretScan {
  readonly bytes: number
  readonly sources: readonly string[]
  readonly runs: number
  /** `source: spelling` for each find. */
  readonly found: readonly string[]
}

interface Planted {
  readonly echo: EchoHost
  readonly values: readonly string[]
  /** Without it they are plain variables: the control, in which they have to be found. */
  readonly isSecret: boolean
}

const spellingsOf = (value: string): Readonly<Record<string, string>> => ({
  raw: value,
  json: JSON.stringify(value).slice(1, -1),
  url: encodeURIComponent(value),
  form: new URLSearchParams({ k: value }).toString().slice(2),
  base64: Buffer.from(value).toString('base64').replaceAll('=', ''),
  base64url: Buffer.from(value).toString('base64url'),
  hex: Buffer.from(value).toString('hex'),
  HEX: Buffer.from(value).toString('hex').toUpperCase(),
})

/** Plays workflows that use the values everywhere, and looks for them in every byte that the backend says or keeps. */
export const scanForSecrets = async ({ echo, values, isSecret }: Planted): Promise<SecretScan> => {
  const folder = mkdtempSync(join(tmpdir(), 'threadwork-secrets-'))
  const heard = new Map<string, string>()
  const hear = (source: string, text: string): void =>
    void heard.set(source, (heard.get(source) ?? '') + text)
  const code = createNodeCodeRunner()
  const backend = createBackend({
    store: createSqliteStore(join(folder, 'engine.db')),
    sealer: createSealer(createKeyring(new Uint8Array(32).fill(9))),
    http: createFetchHttp(),
    code,
    pace: 0,
    reportDefect: (error) => hear('log', error instanceof Error ? `${error.stack}` : String(error)),
  })
  const ask = async (path: string, init?: RequestInit): Promise<Response> => {
    const answer = await backend.fetch(new Request(new URL(path, 'http://backend.test'), init))
    hear(
      `${init?.method ?? 'GET'} ${path.replaceAll(/[a-z]+_\w{20}/gu, ':id').split('?')[0]}`,
      await answer.clone().text(),
    )
    return answer
  }
  const stage = createStage({
    fetch: ask,
    skip: (ms) => new Promise((resolve) => setTimeout(resolve, Math.min(ms, 10))),
    restart: async () => {},
    heard: () => [],
    defects: [],
    close: async () => {},
  })
  const unlock = listenOn(console, hear)
  try {
    const conversationId = await newConversation(stage)
    openHub(backend.hub, conversationId, hear)
    const runs = await playAll(stage, { echo, values, isSecret }, conversationId)
    await readAll(stage, conversationId, runs)
    return scan(heard, { folder, values, runs: runs.length }, () => backend.close())
  } finally {
    unlock()
    code.close()
    rmSync(folder, { recursive: true })
  }
}

const listenOn = (console: Console, hear: (source: string, text: string) => void): (() => void) => {
  const kept = { error: console.error, warn: console.warn, log: console.log, info: console.info }
  const note = (...said: readonly unknown[]): void => hear('console', said.map(String).join(' '))
  Object.assign(console, { error: note, warn: note, log: note, info: note })
  return () => void Object.assign(console, kept)
}

type Hub = ReturnType<typeof createBackend>['hub']

const openHub = (hub: Hub, conversationId: string, hear: (source: string, text: string) => void): void => {
  const send = (data: string | Uint8Array | ArrayBuffer): void =>
    hear('hub', typeof data === 'string' ? data : Buffer.from(data as Uint8Array).toString())
  const socket = hub.connect({ send, close: () => {} }, {})
  socket.receive('{"protocol":"json","version":1}\u001e')
  const join = { type: 1, invocationId: '1', target: 'JoinConversation', arguments: [conversationId] }
  socket.receive(`${JSON.stringify(join)}\u001e`)
}

const playAll = async (
  stage: Stage,
  { echo, values, isSecret }: Planted,
  conversationId: string,
): Promise<readonly string[]> => {
  const leak =
    "function main({ seen }) { console.log(JSON.stringify(seen)); throw new Error('It said ' + JSON.stringify(seen)) }"
  await stage.read('POST', '/tools', { name: 'leak', content: { type: 'javascript', code: leak } })
  const runs: string[] = []
  for (const [index, value] of values.entries()) {
    const name = `planted_${index}`
    const binding = isSecret ? { is_secret: true, hosts: [new URL(echo.url).host] } : {}
    await stage.read('POST', '/global-variables', { name, value, ...binding })
    const call = (id: string, path: string, method: string): object =>
      node(id, 'http-request', {
        method,
        url: `${echo.url}/${path}?k={{${name}}}`,
        headers: [{ name: 'Authorization', value: `Bearer {{${name}}}` }],
        ...(method === 'POST' ? { body: { k: `{{${name}}}` } } : {}),
        saveAs: `answer_${id}`,
        onFailure: 'continue',
      })
    const id = await live(stage, {
      name: `Uses ${name}`,
      nodes: [
        byHand,
        call('call', 'ok', 'POST'),
        node('say', 'send-message', { text: 'It said {{answer_call}}' }),
        node('code', 'tool', { tool: 'leak', input: { seen: '{{answer_call}}' }, onFailure: 'continue' }),
        node('tell', 'send-message', { text: '{{steps.code.error}}' }),
        node('sms', 'send-sms', { to: '+4930123', message: '{{answer_call}}' }),
        node('hook', 'webhook', {
          url: `${echo.url}/hook?k={{${name}}}`,
          payload: { seen: '{{answer_call}}' },
          onFailure: 'continue',
        }),
        {
          ...call('fail', `fail`, 'GET'),
          config: {
            url: `${echo.url}/fail?k={{${name}}}`,
            headers: [{ name: 'Authorization', value: `Bearer {{${name}}}` }],
          },
        },
      ],
      settings: { fallbackMessage: 'It failed.' },
    })
    const run = await execute(stage, id, { conversationId })
    await stage.until(`/runs/${run}`, ({ status }) => status === 'failed')
    runs.push(run)
  }
  return runs
}

/** Asks every route of the API that only reads, with every id that it could mean. */
const readAll = async (stage: Stage, conversationId: string, runs: readonly string[]): Promise<void> => {
  const { paths } = await stage.read('GET', '/openapi.json')
  const { workflows } = await stage.read('GET', '/workflows?limit=100')
  const { userId } = await stage.read('GET', `/conversations/${conversationId}`)
  const idsOf = (path: string): readonly string[] => {
    if (path.startsWith('/runs/')) return runs
    if (path.startsWith('/workflows/')) return workflows.map((each: Json) => each.id)
    if (path.startsWith('/conversations/')) return [conversationId]
    return path.startsWith('/contacts/') ? [userId] : ['planted_0', 'call', 'leak']
  }
  for (const path of Object.keys(paths).filter((each) => 'get' in paths[each])) {
    const template = path.replaceAll('{number}', '0')
    const ids = template.includes('{') ? idsOf(template) : ['']
    for (const id of ids) await stage.ask('GET', template.replaceAll(/\{\w+\}/gu, id))
  }
  for (const path of ['messages?limit=100', ''])
    await stage.ask('GET', `/chat/conversations/${conversationId}/${path}`)
  await stage.ask('GET', `/chat/conversations/events?conversation_id=${conversationId}&limit=1000`)
  await stage.ask('GET', `/chat/history?conversationId=${conversationId}`)
}

interface Kept {
  readonly folder: string
  readonly values: readonly string[]
  readonly runs: number
}

const scan = (heard: Map<string, string>, { folder, values, runs }: Kept, close: () => void): SecretScan => {
  const files = (): readonly (readonly [string, string])[] =>
    readdirSync(folder).map((name) => [`file ${name}`, readFileSync(join(folder, name)).toString('latin1')])
  // With the journal of the file beside it, and once more when all is in the file.
  const open = files()
  close()
  const texts = [...heard, ...open, ...files()]
  const found = texts.flatMap(([source, text]) =>
    values.flatMap((value) =>
      Object.entries(spellingsOf(value))
        .filter(([, spelling]) => text.includes(spelling))
        .map(([spelling]) => `${source}: ${spelling}`),
    ),
  )
  return {
    bytes: texts.reduce((sum, [, text]) => sum + text.length, 0),
    sources: [...new Set(texts.map(([source]) => source))],
    runs,
    found: [...new Set(found)],
  }
}
