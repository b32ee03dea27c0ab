import { existsSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Json } from '@threadwork/engine'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorOf, python, run, runner, seed, someOf } from './fixtures/inline-code.ts'

afterAll(() => runner.close())

/** A file that nobody may write and an address that nobody may call. */
const canary = {
  file: join(mkdtempSync(join(tmpdir(), 'tw-canary-')), 'reached'),
  calls: 0,
  server: createServer((_request, response) => {
    canary.calls += 1
    response.end('reached')
  }),
  get url() {
    // A server that listens on a port has an address of this form.
    return `http://127.0.0.1:${(canary.server.address() as AddressInfo).port}`
  },
}
beforeAll(() => new Promise<void>((resolve) => void canary.server.listen(0, '127.0.0.1', resolve)))
afterAll(() => void canary.server.close())

describe(`inline Python (SEED=${seed})`, { timeout: 120_000 }, () => {
  test('returns JSON and what it printed (I21)', async () => {
    const result = await python(
      `import json, re, datetime, statistics, decimal\nprint("mean of", input["of"])\nreturn {"mean": statistics.mean(input["of"])}`,
      { of: [1, 2, 6] },
    )

    expect(result).toEqual({ type: 'succeeded', output: { mean: 3 }, logs: ['mean of [1, 2, 6]'] })
  })

  test('keeps every character of every language, in both directions', async () => {
    const text = 'Grüße, 漢字, \u{1f600}, \u2028, "quotes", \\back, \u0000'

    const result = await python('print(input["text"])\nreturn input', { text })

    expect(result).toMatchObject({ output: { text }, logs: [text] })
  })

  test('bounds what is printed, and gives sets the same order each time', async () => {
    const body = 'for i in range(5000): print("y" * 9000)\nreturn list({"a", "b", "c", "d", "e"})'

    const [first, second] = await Promise.all([python(body), python(body)])

    expect(first.logs).toHaveLength(201)
    expect(first.logs[0]).toHaveLength(2000)
    expect(second).toEqual(first)
  })

  test.each([
    ['no main', 'x = 1', /no function “main\(input\)”/, null],
    ['a syntax error', 'def main(input):\n  return (1,\n', /SyntaxError/, 2],
    ['an error inside', '\n\ndef main(input):\n  return {}["a"]', /KeyError: 'a'/, 4],
    ['what JSON cannot hold', 'def main(input): return {1, 2}', /set is not JSON serializable/, null],
    ['what JSON has no number for', 'def main(input): return float("nan")', /Out of range float/, null],
    ['a coroutine', 'async def main(input): return 1', /without “async”/, null],
    ['too much output', 'def main(input): return "x" * 2000000', /2000002 characters of JSON/, null],
  ])('says what is wrong with %s, and the line', async (_name, source, sentence, line) => {
    const result = await run('python', source)

    expect(errorOf(result)).toMatch(sentence)
    expect(result).toMatchObject({ line })
  })

  const late = /still running after 500 ms/
  const full = /more than 32 MiB of memory/
  const broken = /broke its interpreter|ended without an answer/
  const endless: readonly (readonly [name: string, body: string, sentence: RegExp])[] = [
    ['an endless loop', 'while True: pass', late],
    [
      'a loop that catches everything',
      'while True:\n  try:\n    while True: pass\n  except BaseException: pass',
      late,
    ],
    ['a slow pattern', 'import re\nreturn re.match("(a+)+$", "a" * 64 + "!")', late],
    ['sleep', 'import time\ntime.sleep(60)', late],
    ['a list that grows', 'a = []\nwhile True: a.append("x" * 1000000 + str(len(a)))', full],
    ['one huge text', 'return len("x" * 2 ** 30)', full],
    ['endless recursion', 'def f(): return f()\nreturn f()', /calls itself too deeply/],
    ['the end of the process', 'import os\nos._exit(0)', /“os._exit” is not there/],
    ['sys.exit', 'import sys\nsys.exit(3)', /SystemExit: 3/],
    [
      'a shell through the built-in module',
      'import sys\ndel sys.modules["posix"]\nimport posix\nreturn posix.system("echo reached > FILE")',
      broken,
    ],
  ]
  test.each(someOf(endless, 4))('stops %s', { timeout: 120_000 }, async (_name, body, sentence) => {
    const result = await python(body.replace('FILE', canary.file), null, sentence === late ? 500 : 20_000)

    expect(errorOf(result)).toMatch(sentence)
    expect(existsSync(canary.file)).toBe(false)
  })

  const attacks: readonly string[] = [
    'import js; value = js.process',
    'import js; value = js.fetch',
    'import js; value = js.eval("1")',
    'import pyodide_js; value = pyodide_js._module',
    'import pyodide',
    'import _pyodide_core',
    'from pyodide.code import run_js; value = run_js("1")',
    'from pyodide.http import open_url; value = open_url("URL").read()',
    'from pyodide.ffi import JsProxy; value = JsProxy',
    'import os; value = os.system("echo reached > FILE")',
    'import os; value = os.popen("id").read()',
    'import os; value = os.fork()',
    'import os; value = os.execv("/bin/sh", ["sh"])',
    'import posix; value = posix.system("id")',
    'import subprocess; value = subprocess.run(["id"])',
    'import socket; value = socket.create_connection(("127.0.0.1", 22))',
    'import _socket; value = _socket.socket()',
    'import urllib.request; value = urllib.request.urlopen("URL").read()',
    'import http.client; value = http.client.HTTPConnection("127.0.0.1")',
    'import asyncio; value = asyncio.get_event_loop()',
    'import ctypes; value = ctypes.CDLL(None).emscripten_run_script(b"1")',
    'import _ctypes; value = _ctypes',
    'import micropip; value = micropip',
    'import threading; value = threading.Thread',
    'import multiprocessing; value = multiprocessing.Process',
    'value = open("/etc/passwd").read()',
    'value = open("/proc/self/environ").read()',
    'value = open("FILE", "w").write("reached") and 0 / 0',
    'value = __import__("js").process',
    'import importlib; value = importlib.import_module("js")',
    'import sys; value = sys.modules["js"]',
    'import sys; value = sys.modules["pyodide_js"]',
    'value = input("anything?")',
    'import os; value = os.environ["TW_CANARY"]',
    'import os; value = os.listdir("/etc")',
    'import os; value = os.kill(1, 9)',
    'import gc; value = [x for x in gc.get_objects() if "NODEFS" in dir(x)][0]',
    'import gc; value = [x for x in gc.get_objects() if type(x).__name__ == "JsProxy" and hasattr(x, "process")][0]',
    'value = [c for c in object.__subclasses__() if c.__name__ == "Popen"][0](["id"])',
    'value = [c for c in object.__subclasses__() if c.__name__ == "_WarningStream"][0]',
    'import gc; value = [x for x in gc.get_objects() if type(x).__name__ == "module" and x.__name__ == "ctypes"][0]',
  ]
  let outcomes: readonly Json[] = []
  beforeAll(async () => {
    const result = await python(
      [
        'outcomes = []',
        'for attack in input:',
        '  scope = {}',
        '  try:',
        '    exec(attack, scope)',
        '    outcomes.append("reached " + repr(scope.get("value", "the module"))[:200])',
        '  except BaseException as error:',
        '    outcomes.append("refused " + type(error).__name__)',
        'return outcomes',
      ].join('\n'),
      attacks.map((attack) => attack.replace('FILE', canary.file).replace('URL', canary.url)),
    )
    expect(result).toMatchObject({ type: 'succeeded' })
    outcomes = result.type === 'succeeded' && Array.isArray(result.output) ? result.output : []
  }, 120_000)

  test.each(attacks.map((attack, at) => [attack, at] as const))('refuses %s', (_attack, at) => {
    expect(outcomes[at]).toMatch(/^refused /)
    expect(existsSync(canary.file)).toBe(false)
    expect(canary.calls).toBe(0)
  })

  test('finds no way through the objects that its interpreter keeps', async () => {
    const result = await python(
      [
        'import gc',
        'seen, queue, names = set(), [x for x in gc.get_objects() if "Js" in type(x).__name__], []',
        'for each in queue:',
        '  for way in ("constructor", "process", "require", "fetch", "_module", "FS"):',
        '    try:',
        '      value = getattr(each, way)',
        '      names.append(way + ":" + str(type(value)))',
        '      if way == "constructor":',
        '        try: names.append("code " + str(value.constructor("return typeof process")()))',
        '        except BaseException as error: pass',
        '    except BaseException: pass',
        'return [n for n in names if not n.startswith("constructor")]',
      ].join('\n'),
    )

    expect(result).toMatchObject({ type: 'succeeded' })
    const found = result.type === 'succeeded' && Array.isArray(result.output) ? result.output : []
    expect(found.filter((name) => /^(?:process|require|fetch|code)/.test(String(name)))).toEqual([])
  })
})
