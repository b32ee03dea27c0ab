import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { chromiumFlags, findChromium } from '../../../scripts/find-chromium.mjs'
import { startBff, type TestBff } from './fixtures/bff.ts'

const folder = mkdtempSync(join(tmpdir(), 'threadwork-chromium-'))
const executablePath = findChromium()
let bff: TestBff
let chrome: Browser
let page: Page

beforeAll(async () => {
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>Chat</title><script>window.inline = 1</script><h1>Chat</h1>',
  )
  bff = await startBff({ staticRoot: folder })
  const sockets = new WebSocketServer({ server: bff.upstream.server, path: '/hubs/chat' })
  sockets.on('connection', (socket) => socket.send('hello'))
  chrome = await chromium.launch({ args: [...chromiumFlags], ...(executablePath ? { executablePath } : {}) })
  page = await (await chrome.newContext()).newPage()
  await page.goto(`${bff.origin}/auth/sign-in?return_to=/c/1`)
}, 60_000)
afterAll(async () => {
  await chrome?.close()
  await bff?.close()
  rmSync(folder, { recursive: true, force: true })
})

const status = (path: string, headers: Record<string, string>): Promise<number> =>
  page.evaluate(async (call) => (await fetch(call.path, { headers: call.headers })).status, { path, headers })

const socketAt = (target: Page, url: string): Promise<string> =>
  target.evaluate(
    (address) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address)
        socket.addEventListener('message', (event) => resolve(String(event.data)))
        socket.addEventListener('error', () => resolve('refused'))
      }),
    url,
  )

test('keeps the Secure __Host- cookie of a loopback address, out of reach of scripts', async () => {
  const cookies = await page.context().cookies(bff.origin)

  expect(page.url()).toBe(`${bff.origin}/c/1`)
  expect(cookies.find(({ name }) => name === '__Host-threadwork-session')).toMatchObject({
    secure: true,
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
  })
  expect(cookies.some(({ name }) => name === '__Host-threadwork-sign-in')).toBe(false)
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

test('lets the page call, and only with its header', async () => {
  expect(await status('/auth/session', { 'x-threadwork': '1' })).toBe(200)
  expect(await status('/api/chat/conversations', { 'x-threadwork': '1' })).toBe(200)
  expect(await status('/api/chat/conversations', {})).toBe(403)
})

test('runs no inline script and takes no string for HTML', async () => {
  const inline = await page.evaluate(() => 'inline' in globalThis)
  const refusal = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<b>text</b>'
      return 'taken'
    } catch (error) {
      return error instanceof TypeError ? 'refused' : 'other'
    }
  })

  expect(inline).toBe(false)
  expect(refusal).toBe('refused')
})

test('opens the socket of the page, under its policy', async () => {
  expect(await socketAt(page, `ws://127.0.0.1:${bff.port}/hubs/chat?id=1`)).toBe('hello')
})

test("carries the page's EventSource, which SignalR falls back to", async () => {
  bff.upstream.answer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: hello\n\n')
  })

  const heard = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const source = new EventSource('/hubs/chat?id=1')
        source.addEventListener('message', (event) => {
          source.close()
          resolve(String(event.data))
        })
        source.addEventListener('error', () => resolve('refused'))
      }),
  )

  expect(heard).toBe('hello')
})

test('is closed to a page on another port of the same host, which Chromium counts as the same site', async () => {
  const neighbour = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<title>n</title>'),
  )
  neighbour.listen(0, '127.0.0.1')
  await once(neighbour, 'listening')
  const other = await page.context().newPage()
  await other.goto(`http://127.0.0.1:${(neighbour.address() as AddressInfo).port}/`)
  const before = bff.upstream.received.length

  const socket = await socketAt(other, `ws://127.0.0.1:${bff.port}/hubs/chat?id=1`)
  const events = await other.evaluate(
    (url) =>
      new Promise<string>((resolve) => {
        const source = new EventSource(url, { withCredentials: true })
        source.addEventListener('open', () => resolve('open'))
        source.addEventListener('error', () => resolve('refused'))
      }),
    `${bff.origin}/api/chat/conversations/c1/genie-runs/r1`,
  )
  const call = await other.evaluate(
    (url) =>
      fetch(url, { credentials: 'include', headers: { 'x-threadwork': '1' } }).then(String, () => 'refused'),
    `${bff.origin}/api/chat/conversations`,
  )

  expect([socket, events, call]).toEqual(['refused', 'refused', 'refused'])
  expect(bff.upstream.received).toHaveLength(before)
  await other.close()
  neighbour.close()
})

test('signs out, and the next call says so', async () => {
  const ended = await page.evaluate(async () => {
    const answer = await fetch('/auth/sign-out', { method: 'POST', headers: { 'x-threadwork': '1' } })
    return answer.status
  })

  expect(ended).toBe(204)
  expect(await status('/auth/session', { 'x-threadwork': '1' })).toBe(401)
  const left = (await page.context().cookies(bff.origin)).map(({ name }) => name)
  expect(left.filter((name) => name.startsWith('__Host-'))).toEqual([])
})
