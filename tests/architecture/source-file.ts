import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A source file of the workspace; the path is relative to its root, with forward slashes. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

export const root: string = fileURLToPath(new URL('../../', import.meta.url))

const folders = ['packages/*', 'apps/*', 'mocks', 'tests', 'bench', 'scripts', '.storybook']
const patterns = folders.map((folder) => `${folder}/**/*.{ts,tsx,mts,mjs,js}`)
const skipped = /(?:^|\/)(?:node_modules|dist[^/]*|public|storybook-static)(?:\/|$)/u

/** Every source file of the house, tests and stories included. */
export const readSources = (): readonly SourceFile[] =>
  globSync(patterns, { cwd: root, exclude: (path) => skipped.test(path) })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.d.mts') && !skipped.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') }))

/** Tests, stories and their fixtures may see the package from outside; nothing that ships imports them. */
export const isTestFile = (path: string): boolean =>
  /\.(?:test|stories|bench)\.tsx?$|\/fixtures\//u.test(path)
