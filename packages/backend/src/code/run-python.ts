import { capMemory } from './cap-memory.ts'
import { overMemory } from './over-time.ts'
import { pythonPrelude } from './python-prelude.ts'
import { readWord } from './read-answer.ts'
import type { SandboxTask, SandboxWord } from './sandbox.ts'

/** The addresses of the interpreter's own files, where a bundler put them. */
export interface PythonFiles {
  readonly main: string
  readonly wasm: string
  readonly library: string
  readonly lock: string
}

/**
 * Loads the interpreter: Pyodide, with an empty `js` module. Whoever calls this has to give up all of this realm:
 * `sealRealm` comes between this and the first task.
 * @param files `null`: where its package lies, on Node.
 */
export async function loadPython(files: PythonFiles | null): Promise<(task: SandboxTask) => SandboxWord> {
  const { loadPyodide } = await import('pyodide')
  const memory = capMemory()
  const silent = (): void => undefined
  const python = await loadPyodide({
    ...(files && (await optionsOf(files))),
    // What “import js” would reach.
    jsglobals: Object.create(null),
    // The same hashes in each run: sets come in the same order.
    env: { HOME: '/home/tool', PYTHONHASHSEED: '0' },
    fullStdLib: false,
    stdout: silent,
    stderr: silent,
    stdin: () => null,
  })
  python.runPython(pythonPrelude)
  // The prelude's own function, of which only text goes in and out.
  const runTool = python.globals.get('run_tool') as (text: string) => string
  return (task) => {
    memory.allow(task.memoryBytes)
    return answerOf(task, () => runTool(JSON.stringify(task)))
  }
}

async function optionsOf({ main, wasm, library, lock }: PythonFiles): Promise<object> {
  // It asks for this one file by a name of its own, beside its other files.
  const { fetch } = globalThis
  globalThis.fetch = (input, init) => {
    const isWasm = !(input instanceof Request) && new URL(input, main).pathname.endsWith('/pyodide.asm.wasm')
    return fetch(isWasm ? wasm : input, init)
  }
  const [module, lockFile] = await Promise.all([import(/* @vite-ignore */ main), fetch(lock)])
  return {
    indexURL: new URL('.', main).href,
    createPyodideModule: module.default,
    stdLibURL: library,
    lockFileContents: await lockFile.text(),
  }
}

function answerOf(task: SandboxTask, run: () => string): SandboxWord {
  const raised = (error: string): SandboxWord => ({ type: 'raised', error, line: null, logs: [] })
  try {
    const word = readWord(run())
    if (word?.['error'] === 'memory') return { ...raised(overMemory(task.memoryBytes)), ...lineOf(word) }
    // The prelude's word; the runner reads it as a stranger's again.
    return (word as SandboxWord | null) ?? raised('The code left nothing that can be read.')
  } catch {
    return raised('The code broke its interpreter: it went too deep, or used what is not there for it.')
  }
}

const lineOf = (word: Readonly<Record<string, unknown>>): { line: number | null } => ({
  line: typeof word['line'] === 'number' ? word['line'] : null,
})
