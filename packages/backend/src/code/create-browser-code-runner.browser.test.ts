import type { Json } from '@threadwork/engine'
import { expect, test } from 'vitest'
import type { CodeLanguage, CodeResult } from './code-runner.ts'
import { createBrowserCodeRunner } from './create-browser-code-runner.ts'

const runner = createBrowserCodeRunner()
const run = (language: CodeLanguage, source: string, input: Json = null, timeoutMs = 20_000) =>
  runner.run({
    language,
    source,
    input,
    timeoutMs,
    memoryBytes: 32 * 2 ** 20,
    signal: new AbortController().signal,
  })
const errorOf = (result: CodeResult) =>
  result.type === 'failed' ? result.error : JSON.stringify(result.output)

test('runs inline JavaScript in a page, as on a server (I21)', async () => {
  const result = await run('javascript', 'function main(i) { console.log("ü"); return { sum: i.a + 1 } }', {
    a: 1,
  })

  expect(result).toEqual({ type: 'succeeded', output: { sum: 2 }, logs: ['ü'] })
})

test('runs inline Python in a page, as on a server (I21)', { timeout: 180_000 }, async () => {
  const result = await run(
    'python',
    'import json\ndef main(i):\n  print("ü")\n  return {"sum": i["a"] + 1}',
    { a: 1 },
  )

  expect(result).toEqual({ type: 'succeeded', output: { sum: 2 }, logs: ['ü'] })
})

test.each<[CodeLanguage, string, RegExp]>([
  ['javascript', 'function main() { for (;;); }', /still running after 1000 ms/],
  [
    'javascript',
    'function main() { const a = []; for (;;) a.push(new Array(1e4).fill(7)) }',
    /more than 32 MiB|still running/,
  ],
  [
    'javascript',
    'function main() { return [typeof fetch, typeof self, typeof window, typeof postMessage].join() }',
    /^"undefined,undefined,undefined,undefined"$/,
  ],
  ['python', 'def main(i):\n  while True: pass', /still running after 1000 ms/],
])('keeps in %s: %s', { timeout: 180_000 }, async (language, source, sentence) => {
  expect(errorOf(await run(language, source, null, 1000))).toMatch(sentence)
})

test('has nothing of the page behind inline Python', { timeout: 180_000 }, async () => {
  const attacks = [
    'import js',
    'import pyodide_js',
    'from pyodide.code import run_js',
    'from pyodide.http import open_url',
    'import os; os.system("id")',
    'import socket',
    'import gc; [x for x in gc.get_objects() if type(x).__name__ == "JsProxy" and hasattr(x, "fetch")][0]',
  ]
  const source = [
    'def main(attacks):',
    '  reached = []',
    '  for attack in attacks:',
    '    try:',
    '      exec(attack, {})',
    '      reached.append(attack)',
    '    except BaseException: pass',
    '  return reached',
  ].join('\n')

  expect(await run('python', source, attacks)).toMatchObject({ type: 'succeeded', output: [] })
})
