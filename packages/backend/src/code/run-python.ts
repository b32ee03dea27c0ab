import { capMemory } from './cap-memory.ts'
import { overMemory } from './over-time.ts'
import { pythonPrelude } from './python-prelude.ts'
import { readWord } from './read-answer.ts'
import type { SandboxTask, SandboxWord } from './sandbox.ts'

/** Where the interpreter's own files are; `undefined`: where its package lies. */
export interface PythonFiles {
  readonly indexURL?: string
}

/**
 * Loads the interpreter: Pyodide, with an empty `js` module. Whoever calls this has to give up all of this realm:
 * `sealRealm` comes between this and the first task.
 */
export async function loadPython(files: PythonFiles): Promise<(task: SandboxTask) => SandboxWord> {
  const { loadPyodide } = await import('pyodide')
  const memory = capMemory()
  const silent = (): void => undefined
  const python = await loadPyodide({
    ...files,
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
