import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  decodeScenarios,
  playScenario,
  ScenarioError,
  type ScenarioResult,
} from '../packages/testing/src/index.ts'

const fail = (message: string): never => {
  console.error(message)
  process.exit(1)
}

const read = (path: string): unknown => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return fail(
      `The file ${path} cannot be read (${why}). Name a file in the form of recovery-scenarios.json.`,
    )
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    return fail(`The file ${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const decode = (path: string): ReturnType<typeof decodeScenarios> => {
  try {
    return decodeScenarios(read(path))
  } catch (error) {
    if (error instanceof ScenarioError) return fail(`${path}: ${error.message}`)
    throw error
  }
}

const describe = ({ expected, actual, order }: ScenarioResult): string => {
  const indent = (lines: readonly string[]) => lines.map((line) => `    ${line}`).join('\n')
  const facts =
    order === null
      ? ''
      : `\n  with the facts in this order:\n${indent(order.map((fact) => JSON.stringify(fact)))}`
  return `  expected:\n${indent(expected)}\n  came out:\n${indent(actual)}${facts}`
}

const seed = Number(process.env.SEED ?? 1)
const [file] = process.argv.slice(2).filter((argument) => argument !== '--')
if (file === undefined)
  fail('Which file? Usage: pnpm scenarios FILE, in the form of recovery-scenarios.json.')
else {
  // pnpm runs scripts at the root; a path is meant from where the person stands.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file)
  const results = decode(path).map((scenario) => playScenario(scenario, { seed }))
  for (const result of results) {
    console.log(`${result.passed ? 'ok  ' : 'FAIL'} ${result.id} ${result.title}`)
    if (!result.passed) console.log(describe(result))
  }
  const failed = results.filter(({ passed }) => !passed).length
  if (results.length === 0) console.error(`${path} holds no scenarios.`)
  console.log(`${results.length - failed} passed, ${failed} failed`)
  process.exitCode = failed > 0 || results.length === 0 ? 1 : 0
}
