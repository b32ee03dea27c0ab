import { afterAll, describe, expect, test } from 'vitest'
import { errorOf, javascript, run, runner, seed, someOf } from './fixtures/inline-code.ts'

afterAll(() => runner.close())

describe(`inline JavaScript (SEED=${seed})`, () => {
  test('returns JSON and what it printed (I21)', async () => {
    const result = await javascript(
      `console.log('two', { of: input.count }); return { sum: input.count + 1 }`,
      {
        count: 2,
      },
    )

    expect(result).toEqual({ type: 'succeeded', output: { sum: 3 }, logs: ['two {"of":2}'] })
  })

  test('keeps every character of every language, in both directions', async () => {
    const text = 'Grüße, 漢字, \u{1f600}, \u2028, "quotes", \\back, \u0000'

    const result = await javascript('console.log(input.text); return input', { text })

    expect(result).toMatchObject({ output: { text }, logs: [text] })
  })

  test('waits for a promise that its own code settles, and says so when nothing does', async () => {
    const settled = await run('javascript', 'const main = async (input) => (await input) * 2', 21)
    const stuck = await javascript('return new Promise(() => {})')

    expect(settled).toMatchObject({ output: 42 })
    expect(errorOf(stuck)).toBe('“main” returned a promise that nothing settles.')
  })

  test.each([
    ['no main', 'const x = 1', /no function “main\(input\)”/, null],
    ['a syntax error', 'function main() {\n  return {\n}', /SyntaxError/, 3],
    ['an error inside', '\n\nfunction main(input) {\n  return input.a.b\n}', /TypeError: cannot read/, 4],
    ['a thrown text', 'function main() { throw "no such order" }', /^no such order$/, null],
    ['a cycle', 'function main() { const a = {}; a.a = a; return a }', /TypeError: circular/, null],
    ['too much output', 'function main() { return "x".repeat(2e6) }', /2000002 characters of JSON/, null],
    ['a source without end', `// ${'x'.repeat(300_000)}`, /The code has 300003 characters/, null],
  ])('says what is wrong with %s, and the line', async (_name, source, sentence, line) => {
    const result = await run('javascript', source)

    expect(errorOf(result)).toMatch(sentence)
    if (line !== null) expect(result).toMatchObject({ line })
  })

  test('keeps 200 lines of 2,000 characters of what is printed', async () => {
    const result = await javascript(
      'for (let i = 0; i < 5000; i += 1) console.log("y".repeat(9000)); return 1',
    )

    expect(result.logs).toHaveLength(201)
    expect(result.logs[0]).toHaveLength(2000)
    expect(result.logs[200]).toBe('… more was printed')
  })

  const late = /still running after 300 ms/
  const full = /more than 32 MiB of memory|string too long|invalid array/
  const endless: readonly (readonly [name: string, body: string, sentence: RegExp])[] = [
    ['an endless loop', 'for (;;);', late],
    [
      'an endless loop that catches everything',
      'for (;;) { try { for (;;); } catch {} finally { continue } }',
      late,
    ],
    ['an endless chain of promises', 'const next = () => Promise.resolve().then(next); return next()', late],
    ['a slow pattern', 'return /^(a+)+$/.test("a".repeat(64) + "!")', late],
    ['a loop inside a built-in', 'return Array.prototype.indexOf.call({ length: 2 ** 52 }, 1)', late],
    ['an endless sort', '[1, 2].sort(() => { for (;;); })', late],
    ['an endless toJSON', 'return { toJSON() { for (;;); } }', late],
    ['a getter that never ends', 'throw { get message() { for (;;); } }', late],
    ['an array that grows', 'const a = []; for (;;) a.push(new Array(1e4).fill(7))', full],
    ['texts that grow', 'const a = []; for (;;) a.push("x".repeat(1e5) + a.length)', full],
    ['one text that doubles', 'let s = "x"; for (;;) s += s', full],
    ['one buffer', 'return new ArrayBuffer(2 ** 30).byteLength', full],
    ['endless recursion', 'return (function f() { return f() + 1 })()', /stack overflow/],
    [
      'recursion through JSON',
      'let a = []; for (let i = 0; i < 1e5; i += 1) a = [a]; return a',
      /stack|recursion/,
    ],
  ]
  test.each(someOf(endless, 5))('stops %s', { timeout: 60_000 }, async (_name, body, sentence) => {
    expect(errorOf(await javascript(body, null, sentence === late ? 300 : 5000))).toMatch(sentence)
  })

  const expressions = [
    'typeof process',
    'typeof require',
    'typeof module',
    'typeof fetch',
    'typeof XMLHttpRequest',
    'typeof WebSocket',
    'typeof setTimeout',
    'typeof importScripts',
    'typeof postMessage',
    'typeof WebAssembly',
    'typeof Buffer',
    'typeof globalThis.global',
    'typeof window',
    'typeof self',
    'eval("typeof process")',
    'new Function("return typeof process")()',
    '(() => {}).constructor("return typeof process")()',
    '[].constructor.constructor("return typeof globalThis.process")()',
    'console.log.constructor("return typeof process")()',
    'typeof Object.getPrototypeOf(console).process',
    'typeof Reflect.construct(Function, ["return this.process"])()',
    'typeof (function () { return this })().process',
    'typeof arguments.callee.caller',
    'typeof new Error().constructor.prepareStackTrace',
  ]
  test('has nothing of the host behind any expression that reaches for it', async () => {
    const thunks = expressions.map((expression) => `() => ${expression}`).join(',\n')
    const result = await javascript(
      `return [${thunks}].map((thunk) => { try { return String(thunk()) } catch { return 'undefined' } })`,
    )

    expect(result).toMatchObject({ output: expressions.map(() => 'undefined') })
  })

  test.each([
    ['a static import', `import fs from 'node:fs'\nfunction main() { return typeof fs }`],
    ['a dynamic import', `async function main() { return Object.keys(await import('node:fs')) }`],
    ['a dynamic import by eval', `async function main() { return eval("import('node:fs')") }`],
  ])('imports nothing by %s', async (_name, source) => {
    expect((await run('javascript', source)).type).toBe('failed')
  })

  test('leaves nothing for the next run, whatever it changes', async () => {
    await javascript(
      'Object.prototype.polluted = 1; JSON.stringify = () => "7"; Array.prototype.push = null; globalThis.left = 1; return 0',
    )

    const result = await javascript('return [typeof ({}).polluted, typeof left, JSON.stringify([1])]')

    expect(result).toMatchObject({ output: ['undefined', 'undefined', '[1]'] })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('answers with JSON of the code’s own when it bends JSON, and with nothing else', async () => {
    const result = await javascript(
      `Array.prototype.toJSON = () => ({ forged: true }); Object.prototype.toJSON = () => 7; return { a: 1 }`,
    )

    expect(result).toEqual({ type: 'succeeded', output: 7, logs: [] })
  })

  test('stops when its step is cancelled, also while it waits for its turn', async () => {
    const controller = new AbortController()
    const request = { language: 'javascript', source: 'function main() { for (;;); }', input: null } as const
    const runs = Array.from({ length: 8 }, () =>
      runner.run({ ...request, timeoutMs: 60_000, memoryBytes: 2 ** 24, signal: controller.signal }),
    )
    controller.abort()

    const results = await Promise.all(runs)

    expect(new Set(results.map(errorOf))).toEqual(new Set(['The code was stopped: its step was cancelled.']))
  })
})
