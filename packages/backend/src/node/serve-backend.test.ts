import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Environment } from './read-config.ts'
import { serveBackend } from './serve-backend.ts'

interface Served {
  readonly url: string
  readonly exit: Promise<number>
  readonly complaints: readonly string[]
  stop(): void
}

const stops: (() => void)[] = []
const children: ChildProcess[] = []
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadwork-serve-'))
})
afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** Serves in this process; resolves when it is ready, or has given up. */
async function serve(env: Environment): Promise<Served> {
  const complaints: string[] = []
  let stop = (): void => {}
  let exit: Promise<number> = Promise.resolve(-1)
  const url = await new Promise<string>((resolve) => {
    exit = serveBackend(env, {
      say: (line) => resolve(line.replace('READY ', '')),
      complain: (line) => complaints.push(line),
      onStop: (callback) => {
        stop = callback
      },
    })
    void exit.then(() => resolve(''))
  })
  stops.push(() => stop())
  return { url, exit, complaints, stop: () => stop() }
}

const post = (url: string, body: object = {}): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })

const newConversation = async (url: string): Promise<string> =>
  (await (await post(`${url}/api/chat/conversations`)).json()).conversation_id

/** Reads a stream until `text` has come. */
async function readUntil(response: Response, text: string): Promise<string> {
  let read = ''
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    read += part.value
    if (read.includes(text)) break
  }
  return read
}

test('streams a turn over a socket, as it happens', async () => {
  const { url } = await serve({ PORT: '0', DATABASE_URL: 'memory:' })
  const id = await newConversation(url)

  const response = await post(`${url}/api/chat/conversations/${id}/messages`, {
    message: 'Where is A-1042?',
    stream: true,
  })
  const read = await readUntil(response, 'skill.running')

  expect(response.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8')
  expect(read).toContain('event: processing.started\nid: run_')
  expect(read).not.toContain('processing.finished')
})

test('opens a run again at once, even when there is nothing new to say', async () => {
  const { url } = await serve({ PORT: '0', DATABASE_URL: 'memory:', PING_MS: '600000' })
  const base = `${url}/api/chat/conversations/${await newConversation(url)}`
  const first = await post(`${base}/messages`, { message: 'discount', stream: true })
  const read = await readUntil(first, 'business_approval.required')
  const lastId = /id: (\S+)\n[^\n]*business_approval/.exec(read)?.[1] ?? ''

  const again = await fetch(`${base}/genie-runs/${lastId.split('-')[0]}`, {
    headers: { 'Last-Event-ID': lastId },
  })

  expect(again.status).toBe(200)
  await again.body?.cancel()
})

test('tells a workflow to a SignalR client', async () => {
  const { url } = await serve({ PORT: '0', DATABASE_URL: 'memory:' })
  const conversationId = await newConversation(url)
  const client = new HubConnectionBuilder()
    .withUrl(`${url}/hubs/chat`)
    .configureLogging(LogLevel.None)
    .build()
  const asked = new Promise<unknown>((resolve) => client.on('WorkflowInterventionRequired', resolve))
  await client.start()
  await client.invoke('JoinConversation', conversationId)

  const sent = await post(`${url}/api/chat/messages`, {
    conversationId,
    text: 'onboard',
    clientMessageId: 'm1',
  })
  const event = await asked
  await client.stop()

  expect(sent.status).toBe(202)
  expect(event).toMatchObject({ conversationId, stepId: 'details', seq: expect.any(Number) })
})

test('links to the address that it serves', async () => {
  const { url } = await serve({ PORT: '0', DATABASE_URL: 'memory:' })
  const id = await newConversation(url)

  const response = await post(`${url}/api/chat/conversations/${id}/messages`, {
    message: 'salesforce',
    stream: true,
  })
  const read = await readUntil(response, 'auth_link')

  expect(read).toContain(`"url":"${url}/dev/connect/attempt_`)
})

test('drains when it is asked to end: streams are interrupted, and the exit code is 0', async () => {
  const served = await serve({ PORT: '0', DATABASE_URL: 'memory:' })
  const id = await newConversation(served.url)
  const response = await post(`${served.url}/api/chat/conversations/${id}/messages`, {
    message: 'slowly',
    stream: true,
  })

  served.stop()
  const read = await readUntil(response, 'never')

  expect(read).toContain('event: system.stream_interrupted')
  expect(read).toContain('server_shutdown')
  expect(await served.exit).toBe(0)
  await expect(fetch(served.url)).rejects.toThrow()
})

test('ends although a socket does not answer its goodbye', async () => {
  const served = await serve({ PORT: '0', DATABASE_URL: 'memory:' })
  const { host, port } = new URL(served.url)
  const socket = connect(Number(port), '127.0.0.1')
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n'
  socket.write(`GET /hubs/chat HTTP/1.1\r\nHost: ${host}\r\n${upgrade}\r\n`)
  const [answer] = await once(socket, 'data')

  served.stop()

  expect(String(answer)).toContain('101')
  expect(await served.exit).toBe(0)
  socket.destroy()
})

test('names a port that is in use, and exits with 1', async () => {
  const first = await serve({ PORT: '0', DATABASE_URL: 'memory:' })
  const { port } = new URL(first.url)

  const second = await serve({ PORT: port, DATABASE_URL: 'memory:' })

  expect(await second.exit).toBe(1)
  expect(second.complaints).toEqual([expect.stringContaining(`Port ${port} is in use`)])
})

test('says what is wrong with its environment, and exits with 1', async () => {
  const { exit, complaints } = await serve({ PORT: 'x' })

  expect(await exit).toBe(1)
  expect(complaints.map((line) => line.split(' ')[0])).toEqual(['PORT', 'DATABASE_URL'])
})

/** Starts a process of its own; resolves with its address, or with what it said before it ended. */
async function spawnBackend(
  env: Environment,
): Promise<{ readonly child: ChildProcess; readonly line: string }> {
  const entry = new URL('../node.ts', import.meta.url).href
  const script = `import { serveBackend } from '${entry}'; process.exitCode = await serveBackend(process.env)`
  const child = spawn(process.execPath, ['--conditions=source', '--input-type=module', '--eval', script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  const firstLine = (stream: NodeJS.ReadableStream): Promise<string> =>
    new Promise((resolve) => createInterface({ input: stream }).once('line', resolve))
  const line = await Promise.race([firstLine(child.stdout), firstLine(child.stderr)])
  return { child, line: line.replace('READY ', '') }
}

test('keeps an open decision over kill -9, lets no second process in, and exits with 0 on SIGTERM', async () => {
  const env = { PORT: '0', DATABASE_URL: `sqlite:${join(folder, 'tw.db')}`, NODE_NO_WARNINGS: '1' }
  const first = await spawnBackend(env)
  const id = await newConversation(first.line)
  const stream = await post(`${first.line}/api/chat/conversations/${id}/messages`, {
    message: 'discount',
    stream: true,
  })
  const call = /"call_id":"(\w+)"/.exec(await readUntil(stream, 'business_approval.required'))?.[1]

  const refused = await spawnBackend(env)
  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const second = await spawnBackend(env)
  const conversation = await (await fetch(`${second.line}/api/chat/conversations/${id}`)).json()
  const path = `${second.line}/api/chat/conversations/${id}/business_approval/${call}`
  const decision = await post(path, { resolution: 'approved' })
  second.child.kill('SIGTERM')
  const [code] = await once(second.child, 'exit')

  expect(refused.line).toContain('tw.db is in use by another process')
  expect(conversation.state).toBe('awaiting_approval')
  expect(decision.status).toBe(204)
  expect(code).toBe(0)
}, 30_000)
