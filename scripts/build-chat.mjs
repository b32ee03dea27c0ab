import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root, runQuietly, stop } from './run-process.mjs'

const app = join(root, 'apps/chat')
const sources = [
  'apps/chat',
  'mocks',
  ...['core', 'engine', 'headless', 'signalr', 'tabs', 'react', 'backend'].map((name) => `packages/${name}`),
]
const isSkipped = (name) =>
  /^(?:node_modules|dist.*|\.cache)$/u.test(name) || /\.(?:test|stories)\.tsx?$/u.test(name)

const addFolder = (hash, folder) => {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (isSkipped(entry.name)) continue
    if (entry.isDirectory()) addFolder(hash, path)
    else if (entry.isFile()) hash.update(`${path}\0`).update(readFileSync(path))
  }
}

const stampOf = () => {
  const hash = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')))
  for (const folder of sources) addFolder(hash, join(root, folder))
  return hash.digest('hex')
}

/** Builds the chat app, unless what stands in its dist is of these very sources. */
export const buildChat = () => {
  const stampFile = join(root, '.cache/chat-stamp')
  const stamp = stampOf()
  const known = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''
  if (known === stamp && existsSync(join(app, 'dist/index.html'))) return
  console.error('Building the chat app …')
  const { isOk, output } = runQuietly('pnpm', ['--filter', '@threadwork/chat', 'run', 'build'])
  if (!isOk)
    stop(
      `${output}\nThe chat app could not be built, so there is nothing to serve. What Vite says stands above.`,
    )
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(stampFile, stamp)
}

// `pnpm check` runs this file alone, so that a build that fails counts as one check that failed.
if (process.argv[1] === fileURLToPath(import.meta.url)) buildChat()
