import { mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { preview } from 'vite'
import type { TestProject } from 'vitest/node'
import { chromiumFlags, findChromium } from '../../scripts/find-chromium.mjs'
import { quickPace } from './quick-pace.ts'
import { heard, root, runNode, startNode } from './child-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the app stands that carries its own server. */
    readonly mockUrl: string
    /** Where `npm start`'s server stands. */
    readonly serverUrl: string
    /** Where that server counts its open streams. */
    readonly metricsUrl: string
    /** Where the one browser of the whole run listens. */
    readonly browserUrl: string
  }
}

interface Started {
  readonly url: string
  readonly stop: () => Promise<void>
}

const app = `${root}apps/chat`

// Vitest's NODE_ENV would build React's development edition; a process of its own has none.
const startMock = async (): Promise<Started> => {
  const outDir = 'dist-mock'
  await runNode([`${app}/node_modules/vite/bin/vite.js`, 'build', app, '--mode', 'mock', '--outDir', outDir])
  const server = await preview({
    root: app,
    mode: 'mock',
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  })
  // A listening TCP server has an address of this form.
  const { port } = server.httpServer.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, stop: () => server.close() }
}

const freePort = async (): Promise<number> => {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  // A listening TCP server has an address of this form.
  const { port } = listener.address() as AddressInfo
  listener.close()
  return port
}

const startServer = async (metricsPort: number): Promise<Started> => {
  const folder = mkdtempSync(join(tmpdir(), 'threadwork-e2e-'))
  await runNode(['scripts/build-chat.mjs'])
  const running = startNode(
    ['--conditions=source', '--disable-warning=ExperimentalWarning', 'apps/server/src/main.ts'],
    { PORT: '0', DATA_DIR: folder, PACE: String(quickPace), METRICS_PORT: String(metricsPort) },
  )
  const stop = async (): Promise<void> => {
    running.child.kill('SIGTERM')
    await running.ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: await heard(running, /^READY (\S+)$/m), stop }
}

const startBrowser = async (): Promise<Started> => {
  const executablePath = findChromium()
  const server = await chromium.launchServer({
    args: [...chromiumFlags],
    ...(executablePath ? { executablePath } : {}),
  })
  return { url: server.wsEndpoint(), stop: () => server.close() }
}

/** Starts both worlds and one browser for the whole run; stops them after it. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const started: Started[] = []
  const begin = async (start: () => Promise<Started>): Promise<string> => {
    const each = await start()
    started.push(each)
    return each.url
  }
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((each) => each.stop()))
  }
  try {
    project.provide('mockUrl', await begin(startMock))
    const metricsPort = await freePort()
    project.provide('serverUrl', await begin(() => startServer(metricsPort)))
    project.provide('metricsUrl', `http://127.0.0.1:${metricsPort}/metrics`)
    project.provide('browserUrl', await begin(startBrowser))
  } catch (cause) {
    await stop()
    throw cause
  }
  return stop
}
