import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { startBff } from '../../packages/bff/src/fixtures/bff.ts'
import { signedInAt } from '../../packages/bff/src/fixtures/browser.ts'
import { openNeighbours, runBrowserCsrf } from '../../packages/bff/src/fixtures/gate/csrf-browser.ts'
import { runCsrfMatrix } from '../../packages/bff/src/fixtures/gate/csrf-matrix.ts'
import { seedOfRun } from '../../packages/bff/src/fixtures/gate/draw.ts'
import { runExpiries } from '../../packages/bff/src/fixtures/gate/expiries.ts'
import type { GateFigure } from '../../packages/bff/src/fixtures/gate/figure.ts'
import {
  runCallbackAttacks,
  runProviderBreaks,
  runReturnPaths,
  runTokenFaults,
} from '../../packages/bff/src/fixtures/gate/oauth-negatives.ts'
import { readPathPieces } from '../../packages/bff/src/fixtures/gate/path-cases.ts'
import { runHeaderCases, runPathCases } from '../../packages/bff/src/fixtures/gate/raw-attacks.ts'
import { scanApiKey, scanSessions } from '../../packages/bff/src/fixtures/gate/secret-scan.ts'
import { hasRedis, startRedis, withoutRedis } from '../../packages/bff/src/fixtures/redis.ts'
import { waitFor } from '../../packages/bff/src/fixtures/gate/stream-source.ts'
import {
  openMany,
  runAborts,
  runDelivery,
  runDrain,
  runStalled,
  startStreamBff,
} from '../../packages/bff/src/fixtures/gate/streams.ts'
import { routes } from '../../packages/bff/src/route.ts'
import { chromiumFlags, findChromium } from '../../scripts/find-chromium.mjs'
import { keepFigure } from '../figures/figure.ts'

// The gate whole: `SEED=7 pnpm torture gate`.
const seed = seedOfRun()
let isClean = true

const keep = (figure: GateFigure): void => {
  isClean &&= figure.failed === 0
  keepFigure({ ...figure, command: `SEED=${seed} pnpm torture gate` })
}

const csrfByHeaders = async (): Promise<void> => {
  const bff = await startBff()
  const cookie = (await signedInAt(bff.origin)).cookieHeader(bff.origin)
  const { figure } = await runCsrfMatrix({ bff, cookie, shapesEach: Number.POSITIVE_INFINITY, seed })
  keep(figure)
  await bff.close()
}

const csrfInChromium = async (): Promise<void> => {
  const executablePath = findChromium()
  const chrome = await chromium.launch({
    args: [...chromiumFlags],
    ...(executablePath ? { executablePath } : {}),
  })
  const bff = await startBff()
  const context = await chrome.newContext()
  await (await context.newPage()).goto(`${bff.origin}/auth/sign-in?return_to=/healthz`)
  const neighbours = await openNeighbours(context)
  keep(await runBrowserCsrf({ bff, neighbours, routes, seed }))
  await chrome.close()
  await neighbours.close()
  await bff.close()
}

const signIns = async (): Promise<void> => {
  for (const run of [runCallbackAttacks, runTokenFaults, runProviderBreaks, runReturnPaths])
    keep(await run(seed))
}

const rawAttacks = async (): Promise<void> => {
  const bff = await startBff({ prefix: '/api/chat', limits: { writes: 1_000_000 } })
  const cookie = (await signedInAt(bff.origin)).cookieHeader(bff.origin)
  keep(await runHeaderCases({ target: bff, cookie, seed }))
  keep(await runPathCases({ target: bff, cookie, seed }, readPathPieces(), 12_000))
  await bff.close()
}

const secrets = async (): Promise<void> => {
  const ways = Number.POSITIVE_INFINITY
  const [sessions, apiKey] = [await scanSessions({ ways, seed }), await scanApiKey({ ways, seed })]
  console.log(`${sessions.bytes + apiKey.bytes} bytes were looked at`)
  keep(sessions.figure)
  keep({ ...apiKey.figure, goal: `${apiKey.figure.goal}, in API-key mode` })
}

const expiries = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'threadwork-expiries-'))
  const whole = { expiries: 200, callsEach: 50, seed }
  keep(await runExpiries({ ...whole, store: `sqlite:${join(folder, 'sessions.db')}`, name: 'SQLite' }))
  if (hasRedis()) {
    const redis = await startRedis(folder)
    keep(await runExpiries({ ...whole, store: redis.url, name: 'Redis' }))
    redis.stop()
  } else console.log(withoutRedis)
  rmSync(folder, { recursive: true, force: true })
}

const streams = async (): Promise<void> => {
  const count = Number(process.env['STREAMS'] ?? 5_000)
  const bff = await startStreamBff()
  const empty = bff.memory()
  const readers = await openMany(bff, count, 'm')
  console.log(`${((bff.memory() - empty) / count).toFixed(0)} kB a stream, ${count} open`)
  for (const { socket } of readers) socket.destroy()
  await waitFor(() => bff.source.open.size === 0, 60_000)
  keep(await runDelivery(bff, count, seed))
  const { figure, worst, median } = await runAborts(bff, { count: 1_000, limit: 500, seed })
  keep({ ...figure, worst: figure.worst || `median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms` })
  const stalled = await runStalled(bff, 100)
  console.log(
    `100 stalled readers: ${stalled.written} kB written upstream, ${stalled.grown} kB more in memory`,
  )
  const { figure: drained, seconds } = await runDrain(bff, { streams: 1_000, posts: 200, seed })
  keep({ ...drained, worst: drained.worst || `${seconds.toFixed(1)} s` })
  await bff.source.close()
}

const parts = { csrfByHeaders, csrfInChromium, signIns, rawAttacks, secrets, expiries, streams } as const
const only = process.env['PART']
for (const [name, part] of Object.entries(parts)) if (only === undefined || only === name) await part()
process.exitCode = isClean ? 0 : 1
