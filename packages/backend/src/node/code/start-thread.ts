import { Worker } from 'node:worker_threads'
import type { Sandbox } from '../../code/sandbox.ts'
import { siblingOf } from './sibling-of.ts'

/** Starts a thread that runs inline JavaScript, without this process's environment. */
export function startJavascriptThread(): Sandbox {
  const worker = new Worker(siblingOf(import.meta.url, 'javascript-thread'), {
    env: {},
    execArgv: [],
    argv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 64, stackSizeMb: 8 },
  })
  worker.unref()
  return {
    post: (text) => worker.postMessage(text),
    listen(onWord, onEnd) {
      worker.on('message', onWord)
      worker.on('error', (error) => onEnd(`Its sandbox failed: ${error.message}`))
      worker.on('exit', () => onEnd('Its sandbox ended without an answer.'))
    },
    end: () => void worker.terminate(),
  }
}
