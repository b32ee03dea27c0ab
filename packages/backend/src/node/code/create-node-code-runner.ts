import { createCodeRunner } from '../../code/create-code-runner.ts'
import type { CodeRunner } from '../../code/code-runner.ts'
import { createSandboxRunner } from '../../code/sandbox-runner.ts'
import { startPythonProcess } from './start-process.ts'
import { startJavascriptThread } from './start-thread.ts'

/** Runs inline JavaScript in threads and inline Python in processes, each for one run. */
export function createNodeCodeRunner(): CodeRunner {
  return createCodeRunner({
    javascript: createSandboxRunner({
      start: startJavascriptThread,
      atOnce: 4,
      bootMs: 30_000,
      spareMs: 60_000,
    }),
    python: createSandboxRunner({ start: startPythonProcess, atOnce: 2, bootMs: 60_000, spareMs: 60_000 }),
  })
}
