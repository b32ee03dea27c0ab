import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isBoundary, judgeBoundaries, metByServer } from './architecture/client-boundary.ts'
import { isTestFile, readSources, root, type SourceFile } from './architecture/source-file.ts'

const sources = readSources().filter(
  ({ path }) => path.startsWith('packages/react/src/') && !isTestFile(path),
)

// Written by us and read by pnpm before this: its form is sure.
const { exports } = JSON.parse(readFileSync(`${root}packages/react/package.json`, 'utf8')) as {
  readonly exports: Readonly<Record<string, { readonly source?: string }>>
}
const entries = Object.values(exports)
  .map(({ source = '' }) => source)
  .filter((source) => /\.tsx?$/u.test(source))
  .map((source) => `packages/react/${source.slice(2)}`)

describe('the client’s part of the kit', () => {
  it.each(entries)('begins below %s where a server meets it, and nowhere else', (entry) => {
    expect(judgeBoundaries(entry, sources)).toEqual([])
  })

  it('leaves what is pure to servers', () => {
    const met = metByServer('packages/react/src/index.ts', sources).filter((source) => !isBoundary(source))

    const paths = met.map(({ path }) => path.replace('packages/react/src/', ''))
    expect(paths).toContain('policy/judge-link.ts')
    expect(paths).toContain('strings/strings.ts')
    expect(paths).toContain('renderers/renderers.ts')
    expect(paths).toContain('theme/ThreadworkRoot.tsx')
    expect(paths).toContain('icon/Icon.tsx')
  })
})

describe('the guard itself', () => {
  const judge = (...files: readonly (readonly [string, string])[]) =>
    judgeBoundaries(
      'a.ts',
      files.map(([path, text]): SourceFile => ({ path, text })),
    )

  it.each([
    `import { useState } from 'react'\nexport const A = () => useState(0)`,
    `import { useWords } from './words.ts'\nexport const A = () => useWords()`,
    `import { createContext } from 'react'\nexport const A = createContext(0)`,
    `import { Component } from 'react'\nexport class A extends Component {}`,
    `import { flushSync } from 'react-dom'\nexport const a = flushSync`,
  ])('refuses without the directive: %s', (text) => {
    expect(judge(['a.ts', text])).toEqual([expect.stringContaining(`begin it with 'use client'`)])
    expect(judge(['a.ts', `'use client'\n${text}`])).toEqual([])
  })

  it('refuses the directive where nothing needs it', () => {
    expect(judge(['a.ts', `'use client'\nexport const a = 1`])).toEqual([expect.any(String)])
  })

  it('looks past files to those that they bring, but not past a boundary, a type or what comes late', () => {
    const hook = ['b.ts', `export const useB = () => useState(0)`] as const

    expect(judge(['a.ts', `export { useB } from './b.ts'`], hook)).toHaveLength(1)
    expect(judge(['a.ts', `'use client'\nimport { useB } from './b.ts'\nuseB()`], hook)).toEqual([])
    expect(judge(['a.ts', `import type { useB } from './b.ts'`], hook)).toEqual([])
    expect(judge(['a.ts', `export const b = () => import('./b.ts')`], hook)).toEqual([])
  })

  it('is not misled by words', () => {
    expect(judge(['a.ts', `// useState(0)\nexport const a = 'useState(0)'`])).toEqual([])
  })
})
