import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom } from '../fixtures/crash-trial.ts'
import { leftovers, runFaults, sentTooOften } from '../fixtures/run-faults.ts'
import { createSqliteStore } from '../store/sqlite-store.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000)
const kills = Number(process.env['KILLS'] ?? 20)
const child = fileURLToPath(new URL('../fixtures/killed-process.ts', import.meta.url))

const sends = new Map<string, number>()
let onSend: () => void = () => undefined
const sink = createServer((request, response) => {
  const key = decodeURIComponent((request.url ?? '/').slice(1))
  sends.set(key, (sends.get(key) ?? 0) + 1)
  onSend()
  request.resume().on('end', () => setTimeout(() => response.end('ok'), 1))
})
const folder = mkdtempSync(join(tmpdir(), 'threadwork-kill-'))
const file = join(folder, 'runs.db')
let url = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`
})
afterAll(() => {
  sink.close()
  rmSync(folder, { recursive: true, force: true })
})

/** How a process of a batch ended: complete, or killed. */
async function live(
  batch: number,
  dieAt: number,
  killAfterSend: number | null,
): Promise<'complete' | 'killed'> {
  const process_ = spawn(
    process.execPath,
    ['--conditions=source', child, file, url, String(batch), String(dieAt)],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let said = ''
  process_.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
  killAfter(process_, killAfterSend)
  const [code, signal] = await new Promise<readonly [number | null, string | null]>((resolve) =>
    process_.on('exit', (...ended) => resolve(ended)),
  )
  if (signal === 'SIGKILL') return 'killed'
  if (code !== 0) throw new Error(`The process ended with ${code}: ${said}`)
  return 'complete'
}

function killAfter(process_: ChildProcess, count: number | null): void {
  let left = count ?? Infinity
  onSend = () => {
    left -= 1
    if (left === 0) setTimeout(() => process_.kill('SIGKILL'), 0)
  }
}

test(`outlives ${kills} kills: no step lost or doubled, nothing sent more than twice, from seed ${seed}`, async () => {
  const random = seededRandom(seed)
  let killed = 0
  let batches = 0
  for (; killed < kills; batches += 1) {
    for (let isComplete = false; !isComplete;) {
      // Half of them die at a commit, half in the middle of whatever it is.
      const isAtCommit = random() < 0.5
      const place = 1 + Math.floor(random() * 12)
      const isSpared = killed >= kills
      const ending = isSpared
        ? await live(batches, 0, null)
        : await live(batches, isAtCommit ? place : 0, isAtCommit ? null : Math.ceil(place / 3))
      if (ending === 'killed') killed += 1
      isComplete = ending === 'complete'
    }
  }

  const store = createSqliteStore(file)
  const records = store.list('runs', 'batch')
  const faults = [
    ...records.flatMap((record) => runFaults(store, record)),
    ...leftovers(store),
    ...sentTooOften(sends),
  ]
  store.close()
  const resent = [...sends.values()].filter((count) => count === 2).length
  console.info(
    `${killed} kills, ${records.length} runs, ${sends.size} effects, ${resent} of them sent twice, none more`,
  )
  expect(faults).toEqual([])
  expect(records).toHaveLength(batches * 4)
  expect(killed).toBeGreaterThanOrEqual(kills)
}, 1_200_000)
