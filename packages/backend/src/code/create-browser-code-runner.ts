import type { CodeRunner } from './code-runner.ts'
import { createCodeRunner } from './create-code-runner.ts'
import { createSandboxRunner } from './sandbox-runner.ts'
import { startWebWorker } from './start-web-worker.ts'

/** Runs inline code in web workers of this page, each for one run. Python's interpreter, 14 MB, comes with the first run of it. */
export function createBrowserCodeRunner(): CodeRunner {
  return createCodeRunner({
    javascript: createSandboxRunner({
      start: () => startWebWorker('javascript'),
      atOnce: 2,
      bootMs: 30_000,
      spareMs: 0,
    }),
    python: createSandboxRunner({
      start: () => startWebWorker('python'),
      atOnce: 1,
      bootMs: 120_000,
      spareMs: 0,
    }),
  })
}
