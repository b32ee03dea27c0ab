import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// Fills the README's table of promises from docs/figures.json. `--check` only says whether both agree; `--take` first
// takes over what harnesses have counted into .cache/figures.json.
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const begin = '<!-- figures: written by scripts/figures.mjs from docs/figures.json -->'
const end = '<!-- /figures -->'

const stop = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const readFigures = (path) => {
  const figures = JSON.parse(readFileSync(at(path), 'utf8'))
  const fields = {
    goal: 'string',
    count: 'number',
    passed: 'number',
    failed: 'number',
    worst: 'string',
    seed: 'number',
    command: 'string',
  }
  for (const [index, figure] of figures.entries())
    for (const [name, type] of Object.entries(fields))
      if (typeof figure[name] !== type)
        stop(`Entry ${index + 1} of ${path} has no ${name} of type ${type}. Run its harness again.`)
  return figures
}

const byGoal = (a, b) => (a.goal < b.goal ? -1 : 1)
const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const take = () => {
  const counted = readFigures('.cache/figures.json')
  const goals = new Set(counted.map(({ goal }) => goal))
  const kept = readFigures('docs/figures.json').filter(({ goal }) => !goals.has(goal))
  writeFileSync(
    at('docs/figures.json'),
    `${JSON.stringify([...kept, ...counted].toSorted(byGoal), null, 2)}\n`,
  )
}

const tableOf = (figures) => {
  const number = new Intl.NumberFormat('en')
  const rows = figures
    .toSorted(byGoal)
    .map(
      ({ goal, count, passed, command }) =>
        `| ${cell(goal)} | ${number.format(passed)} of ${number.format(count)} | \`${cell(command)}\` |`,
    )
  return ['| what | held | counted by |', '|---|---|---|', ...rows].join('\n')
}

const filled = (readme) => {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)]
  if (from < 0 || to < from)
    stop(`README.md has no place for the figures. Put “${begin}” and “${end}” where the table belongs.`)
  return `${readme.slice(0, from + begin.length)}\n\n${tableOf(readFigures('docs/figures.json'))}\n\n${readme.slice(to)}`
}

if (process.argv.includes('--take')) take()
const readme = readFileSync(at('README.md'), 'utf8')
const next = filled(readme)
if (process.argv.includes('--check')) {
  if (next !== readme)
    stop('The README’s figures differ from docs/figures.json. Run `node scripts/figures.mjs`.')
} else writeFileSync(at('README.md'), next)
