import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runNode } from '../../e2e/child-process.ts'

/** Serves what a server has drawn, with the script that brings it alive. */
export interface HydrationSite {
  readonly url: string
  /** Serves `html` under the name of its page. */
  show(page: string, html: string): void
  stop(): Promise<void>
}

const documentOf = (page: string, html: string, isPreloaded: boolean): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${page}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/styles.css"><style>body{margin:0}</style></head><body data-page="${page}"${isPreloaded ? ' data-preload' : ''}><div id="page">${html}</div><script type="module" src="/client.js"></script></body></html>`

const kinds: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript' }

export const startHydrationSite = async (): Promise<HydrationSite> => {
  const folder = mkdtempSync(join(tmpdir(), 'threadwork-hydration-'))
  const vite = `${root}packages/element/node_modules/vite/bin/vite.js`
  const config = `${root}tests/integration/server-rendering/vite.config.ts`
  await runNode([vite, 'build', '--config', config, '--outDir', folder, '--logLevel', 'error'])
  await runNode([`${root}packages/react/scripts/build-styles.mjs`])
  const drawn = new Map<string, string>()
  const read = (path: string): string | Buffer => {
    if (path === '/styles.css') return readFileSync(`${root}packages/react/dist/styles.css`)
    return readFileSync(join(folder, path))
  }
  const server = createServer((from, to) => {
    const { pathname, searchParams } = new URL(from.url ?? '/', 'http://site')
    const html = drawn.get(pathname.slice(1))
    if (html !== undefined) {
      to.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      return to.end(documentOf(pathname.slice(1), html, searchParams.has('preload')))
    }
    to.writeHead(200, { 'Content-Type': kinds[pathname.split('.').at(-1) ?? ''] ?? 'text/plain' })
    return to.end(read(pathname))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a listening TCP server has an address of this form
  return {
    url: `http://127.0.0.1:${port}`,
    show: (page, html) => void drawn.set(page, html),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
