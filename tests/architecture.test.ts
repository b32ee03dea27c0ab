import { describe, expect, it } from 'vitest'
import { judgeGrounds } from './architecture/grounds.ts'
import { findCircles, importsOf } from './architecture/import-graph.ts'
import { importTable, judgeImport } from './architecture/import-table.ts'
import { findUndeclared, judgeManifest, readManifests } from './architecture/manifest.ts'
import { readSources } from './architecture/source-file.ts'

const sources = readSources()
const imports = sources.flatMap(importsOf)
const manifests = readManifests()

describe('the house', () => {
  it('imports only what the table allows', () => {
    expect(imports.length).toBeGreaterThan(200)
    expect(imports.map(judgeImport).filter((problem) => problem !== null)).toEqual([])
  })

  it('has no import circle, types counted', () => {
    expect(findCircles(imports)).toEqual([])
  })

  it('depends only on what the table allows', () => {
    expect(manifests.flatMap(judgeManifest)).toEqual([])
  })

  it('declares what it imports', () => {
    expect(findUndeclared(imports, manifests)).toEqual([])
  })

  it('keeps DOM, clocks, timers and randomness out of the grounds', () => {
    expect(judgeGrounds(sources)).toEqual([])
  })

  it('has a row in the table for each package', () => {
    const rooms = manifests.map(({ room }) => room).filter((room) => room.startsWith('packages/'))

    expect(rooms.filter((room) => importTable[room] === undefined)).toEqual([])
    expect(rooms.length).toBeGreaterThan(7)
  })
})

describe('the guard itself', () => {
  const judge = (path: string, text: string) => importsOf({ path, text }).map(judgeImport)

  it.each([
    ['packages/core/src/a.ts', `import { x } from '@threadwork/engine'`],
    ['packages/core/src/a.ts', `import type { X } from '@threadwork/react'`],
    ['packages/headless/src/a.ts', `export * from '@threadwork/signalr'`],
    ['packages/headless/src/a.ts', `const m = await import('@threadwork/signalr/wire')`],
    ['packages/tabs/src/a.ts', `import { headless } from '@threadwork/headless'`],
    ['packages/react/src/a.tsx', `export type { T } from '@threadwork/headless'`],
    ['packages/react/src/a.tsx', `let x: import('@threadwork/signalr').Y`],
    ['packages/react/src/a.tsx', `import { x } from '@threadwork/element'`],
    ['packages/element/src/a.ts', `import { x } from '@threadwork/testing'`],
    ['packages/backend/src/a.ts', `import { x } from '@threadwork/headless'`],
    ['packages/backend/src/a.ts', `import { x } from '@threadwork/core'`],
    ['packages/bff/src/a.ts', `import { x } from '@threadwork/core'`],
    ['packages/testing/src/a.test.ts', `import { x } from '@threadwork/headless'`],
    ['mocks/src/a.ts', `import { x } from '@threadwork/core'`],
    ['apps/chat/src/a.ts', `import { x } from '@threadwork/server'`],
    ['packages/core/src/a.ts', `import { x } from '@threadwork/core'`],
    ['packages/core/src/a.ts', `import { x } from './index.ts'`],
    ['packages/core/src/a.ts', `import { x } from '../../engine/src/run.ts'`],
    ['packages/core/src/a.ts', `import { x } from './b.test.ts'`],
    ['packages/core/src/a.ts', `import { x } from '../../../scripts/find-chromium.mjs'`],
  ])('refuses in %s: %s', (path, text) => {
    expect(judge(path, text)).toEqual([expect.any(String)])
  })

  it.each([
    ['packages/headless/src/a.ts', `import { x } from '@threadwork/core'`],
    ['packages/tabs/src/a.ts', `import type { Transport } from '@threadwork/core'`],
    ['packages/backend/src/a.ts', `import type { X } from '@threadwork/signalr/wire'`],
    ['packages/studio/src/a.ts', `import { x } from '@threadwork/engine'`],
    ['packages/element/src/a.ts', `const m = await import('@threadwork/signalr')`],
    ['packages/element/src/a.ts', `import css from '@threadwork/react/styles.css?inline'`],
    ['mocks/src/a.ts', `import { x } from '@threadwork/backend/node'`],
    ['apps/server/src/a.ts', `import { x } from '@threadwork/bff'`],
    ['.storybook/preview.ts', `import { x } from '@threadwork/mocks'`],
    ['scripts/a.ts', `import { x } from '../packages/testing/src/index.ts'`],
    ['packages/bff/src/a.test.ts', `import { x } from '../../../scripts/find-chromium.mjs'`],
    ['packages/core/src/index.test.ts', `import * as x from './index.ts'`],
    [
      'packages/core/src/a.ts',
      `// import { x } from '@threadwork/engine'\nconst s = "from '@threadwork/react'"`,
    ],
  ])('allows in %s: %s', (path, text) => {
    expect(judge(path, text).filter((problem) => problem !== null)).toEqual([])
  })

  it('finds a circle that only types close', () => {
    const circle = [
      { path: 'packages/core/src/a.ts', text: `import { b } from './b.ts'` },
      { path: 'packages/core/src/b.ts', text: `export type { C } from './deep/c.ts'` },
      { path: 'packages/core/src/deep/c.ts', text: `import type { A } from '../a.ts'` },
    ]

    expect(findCircles(circle.flatMap(importsOf))).toHaveLength(1)
    expect(findCircles(circle.slice(1).flatMap(importsOf))).toEqual([])
  })

  it.each([
    'const now = Date.now()',
    'const at = new Date()',
    'setTimeout(() => 1, 2)',
    'const r = Math.random()',
    'const w = window.location',
    'const n = { at: performance.now() }',
    'type At = Date',
  ])('refuses in the grounds: %s', (text) => {
    expect(judgeGrounds([{ path: 'packages/core/src/a.ts', text }])).toEqual([expect.any(String)])
    expect(judgeGrounds([{ path: 'packages/react/src/a.ts', text }])).toEqual([])
  })

  it.each([
    'const field = { type: "Date", Date: 1 }.Date',
    'const far = Math.max(1, 2)',
    'const of = (document: string) => document.length',
  ])('allows in the grounds: %s', (text) => {
    expect(judgeGrounds([{ path: 'packages/engine/src/a.ts', text }])).toEqual([])
  })

  it('refuses a dependency against the table, and an import without one', () => {
    const manifest = { room: 'packages/react', dependencies: ['@threadwork/headless'], devDependencies: [] }
    const undeclared = [{ from: 'packages/react/src/a.tsx', specifier: 'lodash/fp' }]

    expect(judgeManifest(manifest)).toEqual([expect.any(String)])
    expect(findUndeclared(undeclared, [manifest])).toEqual([expect.any(String)])
  })

  it('refuses a file that it cannot parse', () => {
    expect(() => importsOf({ path: 'packages/core/src/a.ts', text: 'import {' })).toThrow(/cannot be parsed/u)
  })
})
