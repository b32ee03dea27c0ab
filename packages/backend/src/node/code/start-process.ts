import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Sandbox } from '../../code/sandbox.ts'
import { siblingOf } from './sibling-of.ts'

/**
 * Starts a process that runs inline Python. A thread would not do: on Node the interpreter's `os.system` runs a
 * shell, and only a process can have Node's permissions taken away. It may read its own program and nothing else.
 */
export function startPythonProcess(): Sandbox {
  const child = fork(fileURLToPath(siblingOf(import.meta.url, 'python-process')), [], {
    execArgv: [
      '--permission',
      ...readable().map((folder) => `--allow-fs-read=${folder}`),
      '--disallow-code-generation-from-strings',
      '--max-old-space-size=128',
      '--no-warnings',
    ],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  unref(child)
  return {
    post: (text) => void child.send(text),
    listen(onWord, onEnd) {
      child.on('message', onWord)
      child.on('error', (error) => onEnd(error.message))
      child.on('exit', () => onEnd('Its sandbox ended without an answer.'))
    },
    end: () => void child.kill('SIGKILL'),
  }
}

/** The program of the process: this package's modules, and the packages that the interpreter is made of. */
function readable(): readonly string[] {
  const { resolve } = createRequire(import.meta.url)
  const own = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
  const pyodide = dirname(resolve('pyodide/package.json'))
  const ws = dirname(createRequire(`${pyodide}/`).resolve('ws/package.json'))
  // Where a package is linked, the link is read as well.
  const links = (resolve.paths('pyodide') ?? []).map((folder) => join(folder, 'pyodide')).filter(existsSync)
  return [own, pyodide, ws, ...links]
}

/** A sandbox that stands ready does not keep this process alive. */
function unref(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}
