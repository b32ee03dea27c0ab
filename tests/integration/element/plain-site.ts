import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, startBackend } from '@threadwork/backend/node'
import { root, runNode } from '../../e2e/child-process.ts'

/** A site without React and without a build: two pages, a stylesheet, the elements' script and a backend. */
export interface PlainSite {
  readonly url: string
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[]
  stop(): Promise<void>
}

/** Nothing but what comes from the site itself; no inline style, no inline script, no text taken for HTML. */
export const policy: string = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const kinds: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
}

const pages = `${root}tests/integration/element/site`

// Vitest's NODE_ENV would build React's development edition; a process of its own has none.
const buildScript = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'threadwork-element-'))
  const vite = `${root}packages/element/node_modules/vite/bin/vite.js`
  await runNode([vite, 'build', `${root}packages/element`, '--outDir', folder, '--logLevel', 'error'])
  return folder
}

const forward = (from: IncomingMessage, to: ServerResponse, backend: string): void => {
  const { method = 'GET', headers, url = '/' } = from
  const ahead = request(`${backend}${url}`, { method, headers }, (answer) => {
    to.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(to)
  })
  to.on('close', () => ahead.destroy())
  ahead.on('error', () => to.destroy())
  from.pipe(ahead)
}

const readFrom = (folders: readonly string[], name: string): Buffer | null => {
  for (const folder of folders) {
    try {
      return readFileSync(join(folder, name))
    } catch {
      // In the next one, or nowhere.
    }
  }
  return null
}

export const startSite = async (): Promise<PlainSite> => {
  const script = await buildScript()
  const read = readConfig({ PORT: '0', DATABASE_URL: 'memory:' })
  if (read.type === 'wrong') throw new Error(read.problems.join('\n'))
  const backend = await startBackend(read.config)
  const asked: string[] = []
  const server = createServer((from, to) => {
    const path = new URL(from.url ?? '/', 'http://site').pathname
    asked.push(path)
    if (path.startsWith('/api/')) return forward(from, to, backend.url)
    const name = path === '/' ? 'index.html' : path.slice(1)
    const file = /^[\w.-]+$/u.test(name) ? readFrom([pages, script], name) : null
    to.writeHead(file === null ? 404 : 200, {
      'Content-Type': kinds[name.split('.').at(-1) ?? ''] ?? 'text/plain',
      'Content-Security-Policy': policy,
    })
    to.end(file)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a listening TCP server has an address of this form
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await backend.stop()
      rmSync(script, { recursive: true, force: true })
    },
  }
}
