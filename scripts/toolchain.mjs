import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { root, runLoudly, runQuietly, stop } from './run-process.mjs'

// Runs under Node 20: it is what brings the newer one.
const wanted = { node: 'node@24', pnpm: 'pnpm@12' }
const cache = join(root, '.cache')
const note = join(cache, 'toolchain')

const isNodeNewEnough = (version) => {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 19)
}

const hasPnpm = (env) => {
  const { isOk, stdout } = runQuietly('pnpm', ['--version'], { env })
  return isOk && Number(stdout.trim().split('.')[0]) >= 12
}

const withPath = (folder) => ({ ...process.env, PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` })

const isToolchain = (folder) => {
  const env = withPath(folder)
  const { isOk, stdout } = runQuietly('node', ['--version'], { env })
  return isOk && isNodeNewEnough(stdout.trim()) && hasPnpm(env)
}

const knownFolder = () => {
  const folder = existsSync(note) ? readFileSync(note, 'utf8') : ''
  return folder !== '' && existsSync(folder) && isToolchain(folder) ? folder : undefined
}

const fetchFolder = () => {
  console.error(`This is Node ${process.version}; bringing ${wanted.node} and ${wanted.pnpm} …`)
  const place = process.platform === 'win32' ? 'where' : 'command -v'
  const args = ['-y', '--prefer-offline', '-p', wanted.node, '-p', wanted.pnpm, '-c', `${place} node`]
  const { isOk, output, stdout } = runQuietly('npx', args)
  const path = stdout.trim().split('\n').pop() ?? ''
  const folder = path === '' ? '' : dirname(path)
  if (!isOk || folder === '' || !isToolchain(folder))
    stop(`${output}\nNode 24 and pnpm 12 could not be brought through npx, and nothing here runs without them.
Check that the npm registry is reached, or install both by hand and try again.`)
  mkdirSync(cache, { recursive: true })
  writeFileSync(note, folder)
  return folder
}

/**
 * Makes sure that what follows runs on Node 22.19 or later with pnpm beside it. Where they lack, this process becomes
 * the shell of a second one that has them, and ends as that one ends.
 */
export const ensureToolchain = async () => {
  if (isNodeNewEnough(process.version) && hasPnpm(process.env)) return
  if (process.env.THREADWORK_TOOLCHAIN === '1')
    stop('Node 24 and pnpm 12 were brought, and are still not found.')
  const folder = knownFolder() ?? fetchFolder()
  const env = { ...withPath(folder), THREADWORK_TOOLCHAIN: '1' }
  process.exit(await runLoudly('node', process.argv.slice(1), { env, cwd: process.cwd() }))
}

const manifests = () =>
  [
    '.',
    ...['packages', 'apps'].flatMap((folder) =>
      readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
    ),
    'mocks',
    'tests',
    'bench',
    '.storybook',
  ]
    .map((folder) => join(root, folder, 'package.json'))
    .filter((path) => existsSync(path))

const installStamp = () => {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`)
  for (const path of [join(root, 'pnpm-lock.yaml'), join(root, 'pnpm-workspace.yaml'), ...manifests()])
    hash.update(readFileSync(path))
  return hash.digest('hex')
}

/** Installs the dependencies that the lockfile names, unless they stand as it names them. */
export const ensureInstalled = () => {
  const stampFile = join(cache, 'install-stamp')
  const stamp = installStamp()
  const known = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''
  if (known === stamp && existsSync(join(root, 'node_modules/.modules.yaml'))) return
  console.error('Installing dependencies …')
  const args = ['install', '--frozen-lockfile', '--config.confirm-modules-purge=false']
  const { isOk, output } = runQuietly('pnpm', args)
  if (!isOk)
    stop(
      `${output}\nThe dependencies could not be installed, so nothing can run. What pnpm says stands above.`,
    )
  mkdirSync(cache, { recursive: true })
  writeFileSync(stampFile, stamp)
}
