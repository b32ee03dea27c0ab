import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumFlags, findChromium } from '../../../scripts/find-chromium.mjs'

const folder = mkdtempSync(join(tmpdir(), 'threadwork-server-'))
const executablePath = findChromium()
const children: ChildProcess[] = []
let chrome: Browser

interface Started {
  readonly url: string
  readonly output: () => string
  readonly stop: () => Promise<number | null>
}

/** Runs a file of this folder; resolves at its READY line, or at its end with an empty address. */
const start = async (file: string, env: Readonly<Record<string, string>>): Promise<Started> => {
  const script = fileURLToPath(new URL(file, import.meta.url))
  const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning']
  const child = spawn(process.execPath, [...flags, script], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
  })
  children.push(child)
  let output = ''
  const ended = once(child, 'exit').then(([code]: unknown[]) => (typeof code === 'number' ? code : null))
  const url = await new Promise<string>((resolve) => {
    const hear = (chunk: Buffer): void => {
      output += chunk.toString()
      const ready = /^READY (\S+)\n/m.exec(output)?.[1]
      if (ready) resolve(ready)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    void ended.then(() => resolve(''))
  })
  return {
    url,
    output: () => output,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

const startMain = (name: string, port = '0'): Promise<Started> =>
  start('./main.ts', { PORT: port, DATA_DIR: join(folder, name) })

const signIn = async (page: Page, url: string, person: string): Promise<void> => {
  await page.goto(`${url}/auth/sign-in?return_to=/healthz`)
  await page.getByRole('button', { name: person }).click()
  await page.waitForURL(`${url}/healthz`)
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

const call = (page: Page, path: string, method = 'GET', body?: object): Promise<Answer> =>
  page.evaluate(
    async ([target, verb, text]) => {
      const headers = { 'X-Threadwork': '1', 'Content-Type': 'application/json' }
      const answer = await fetch(target, { method: verb, headers, ...(text === null ? {} : { body: text }) })
      return { status: answer.status, body: await answer.json() }
    },
    [path, method, body === undefined ? null : JSON.stringify(body)] as const,
  )

/** The same for what has to be an object. */
const read = async (...asked: Parameters<typeof call>): Promise<Readonly<Record<string, unknown>>> => {
  const { status, body } = await call(...asked)
  if (status < 300 && typeof body === 'object' && body !== null) return { ...body }
  throw new Error(`${asked[1]} was answered with ${status}: ${JSON.stringify(body)}`)
}

const newPage = async (): Promise<Page> => (await chrome.newContext()).newPage()

beforeAll(async () => {
  chrome = await chromium.launch({ args: [...chromiumFlags], ...(executablePath ? { executablePath } : {}) })
}, 60_000)
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await chrome?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('lets a person choose who they are and reach the backend, over a restart as well', async () => {
  const server = await startMain('restart')
  const page = await newPage()

  await signIn(page, server.url, 'Ada Moreau')

  expect(await call(page, '/auth/session')).toMatchObject({
    status: 200,
    body: { user: { name: 'Ada Moreau' } },
  })
  expect((await call(page, '/api/chat/conversations')).status).toBe(200)
  expect((await call(page, '/api/chat/scenarios')).status).toBe(200)
  expect(await server.stop()).toBe(0)
  const again = await startMain('restart', new URL(server.url).port)
  expect((await call(page, '/api/chat/conversations')).status).toBe(200)
  expect(await again.stop()).toBe(0)
  expect(server.output() + again.output()).not.toMatch(/warning|notice|bearer|secret/i)
}, 60_000)

test('lets no workflow reach this machine, and keeps what it sealed over a restart', async () => {
  const server = await startMain('workflows')
  const page = await newPage()
  await signIn(page, server.url, 'Ada Moreau')
  const { id } = await read(page, '/api/workflows', 'POST', { name: 'Looks inside' })
  const path = `/api/workflows/${String(id)}`
  await read(page, path, 'PATCH', {
    nodes: [
      { id: 'start', type: 'manual', name: 'start', config: {} },
      // A name that leads nowhere, or here: only the client that checks each address it dials says so.
      { id: 'look', type: 'http-request', name: 'look', config: { url: 'http://localtest.localhost/' } },
    ],
    edges: [{ id: 'edge', source: 'start', target: 'look', type: 'direct' }],
  })
  const secret = await read(page, `${path}/webhook-secret`)

  const run = await read(page, `${path}/execute`, 'POST', {})

  const stateOf = (): Promise<Readonly<Record<string, unknown>>> =>
    read(page, `/api/runs/${String(run['id'])}`)
  await expect.poll(async () => (await stateOf())['status'], { timeout: 20_000 }).toBe('failed')
  expect((await stateOf())['error']).toMatch(/no such host is known|public address/)
  await server.stop()
  const again = await startMain('workflows', new URL(server.url).port)
  expect(await read(page, `${path}/webhook-secret`)).toEqual(secret)
  await again.stop()
}, 60_000)

test('asks again who it is after a sign-out, and shows one person what no access is', async () => {
  const server = await startMain('people')
  const page = await newPage()
  await signIn(page, server.url, 'Kenji Watanabe')
  await page.evaluate(() => fetch('/auth/sign-out', { method: 'POST', headers: { 'X-Threadwork': '1' } }))

  await signIn(page, server.url, 'Noor Haddad')

  expect(await call(page, '/auth/session')).toMatchObject({ status: 200 })
  expect(await call(page, '/api/chat/conversations')).toMatchObject({
    status: 401,
    body: { error_code: 'user_nonactive_or_missing' },
  })
  await server.stop()
}, 60_000)

test('refuses a second server on the same folder, and names the file', async () => {
  const server = await startMain('shared')

  const second = await startMain('shared')

  expect(second.url).toBe('')
  expect(second.output()).toContain(join(folder, 'shared', 'threadwork.db'))
  expect(await second.stop()).toBe(1)
  expect(await server.stop()).toBe(0)
}, 60_000)

test('names a port that is in use', async () => {
  const server = await startMain('port-a')

  const second = await startMain('port-b', new URL(server.url).port)

  expect(second.output()).toMatch(/Port \d+ .*is in use/)
  expect(await second.stop()).toBe(1)
  await server.stop()
}, 60_000)

test('starts a backend and a BFF as processes of their own, by environment alone', async () => {
  const backend = await start('./start-backend.ts', { PORT: '0', DATABASE_URL: 'memory:' })
  const bff = await start('./start-bff.ts', {
    PORT: '0',
    PUBLIC_ORIGIN: 'http://127.0.0.1:4300',
    UPSTREAM_URL: `${backend.url}/api/v1/genies/demo/chat`,
    MODE: 'apikey',
    API_KEY: 'key',
    API_USER: 'ada',
  })

  const answer = await fetch(`${bff.url}/api/chat/conversations`, { headers: { 'x-threadwork': '1' } })

  expect(answer.status).toBe(200)
  expect(await Promise.all([bff.stop(), backend.stop()])).toEqual([0, 0])
}, 60_000)

test.each(['./start-bff.ts', './start-backend.ts'])(
  'says what %s needs, and exits with 1',
  async (file) => {
    const process = await start(file, {})

    expect(process.output()).toMatch(/is not set.*xpected.*Example: /s)
    expect(await process.stop()).toBe(1)
  },
  60_000,
)
