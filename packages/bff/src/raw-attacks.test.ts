import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBff, type TestBff } from './fixtures/bff.ts'
import { signedInAt } from './fixtures/browser.ts'
import { seedOfRun } from './fixtures/gate/draw.ts'
import { tellFigure } from './fixtures/gate/figure.ts'
import { startNaiveProxy } from './fixtures/gate/naive-proxy.ts'
import { readPathPieces } from './fixtures/gate/path-cases.ts'
import { runHeaderCases, runPathCases } from './fixtures/gate/raw-attacks.ts'

const seed = seedOfRun()
let bff: TestBff
let cookie: string

beforeAll(async () => {
  bff = await startBff({ prefix: '/api/chat' })
  cookie = (await signedInAt(bff.origin)).cookieHeader(bff.origin)
})
afterAll(() => bff.close())

test('sends one Authorization and nothing of the request’s own, however the headers are written', async () => {
  const before = bff.upstream.received.length

  const figure = await runHeaderCases({ target: bff, cookie, seed })

  console.log(tellFigure(figure))
  expect(figure.count).toBeGreaterThanOrEqual(60)
  expect(figure).toMatchObject({ failed: 0, worst: '' })
  // Harmless ones do arrive; a door that is shut to all would prove nothing.
  expect(bff.upstream.received.length - before).toBeGreaterThan(30)
})

test('leaves the table for no path, however it is spelled', async () => {
  const pieces = readPathPieces()
  const before = bff.upstream.received.length

  const figure = await runPathCases({ target: bff, cookie, seed }, pieces, 1_000)

  console.log(tellFigure(figure))
  expect(figure.count).toBeGreaterThanOrEqual(900)
  expect(figure).toMatchObject({ failed: 0, worst: '' })
  expect(bff.upstream.received.length - before).toBeGreaterThan(10)
})

test('finds what a proxy lets through that copies headers and joins paths', async () => {
  const proxy = await startNaiveProxy('planted-token')
  const options = { target: proxy, cookie, seed }

  const headers = await runHeaderCases(options)
  const paths = await runPathCases(options, readPathPieces('/nowhere'), 200)

  expect(headers.failed).toBeGreaterThan(20)
  expect(paths.failed).toBeGreaterThan(100)
  await proxy.close()
})

test('says which lists the paths came from', () => {
  const folder = mkdtempSync(join(tmpdir(), 'threadwork-lists-'))
  mkdirSync(join(folder, 'wfuzz/wordlist/Injections'), { recursive: true })
  writeFileSync(join(folder, 'wfuzz/wordlist/Injections/Traversal.txt'), '# words\n../../of-a-list\n')

  const read = readPathPieces(folder)

  expect(read.source).toMatch(/^1 lists of Debian/)
  expect(read.pieces).toContain('../../of-a-list')
  expect(readPathPieces('/nowhere').source).toMatch(/^a grammar of encodings; .* not installed/)
  expect(readPathPieces('/nowhere').pieces.length).toBeGreaterThan(900)
  rmSync(folder, { recursive: true })
})
