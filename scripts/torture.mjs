import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ownSource = new URL('own-source.mjs', import.meta.url).href
const folder = fileURLToPath(new URL('../tests/torture/', import.meta.url))
const sections = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length))
  .sort()

/** `pnpm torture` runs every section of tests/torture whole; `pnpm torture gate` runs one. `SEED=7` repeats a run. */
const choose = (names) => {
  const unknown = names.find((name) => !sections.includes(name))
  if (unknown === undefined) return names.length === 0 ? sections : names
  process.stderr.write(
    `There is no section “${unknown}” to run. Name one or more of: ${sections.join(', ')}.\n`,
  )
  process.exit(1)
}

const run = async (section) => {
  const flags = ['--import', ownSource, '--conditions=source', '--disable-warning=ExperimentalWarning']
  const child = spawn(process.execPath, [...flags, `${folder}${section}.ts`], { stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  return code === 0
}

const failed = []
for (const section of choose(process.argv.slice(2))) {
  process.stdout.write(`\n${section}\n`)
  if (!(await run(section))) failed.push(section)
}
if (failed.length > 0) process.stdout.write(`\nfailed: ${failed.join(', ')}\n`)
process.exitCode = failed.length > 0 ? 1 : 0
