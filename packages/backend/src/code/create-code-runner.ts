import type { CodeLanguage, CodeRequest, CodeResult, CodeRunner } from './code-runner.ts'

/** A runner for each language; a language without one gets the sentence that stands for it. */
export type LanguageRunners = { readonly [Language in CodeLanguage]: CodeRunner | string }

/** One runner for all languages. */
export function createCodeRunner(runners: LanguageRunners): CodeRunner {
  return {
    run: (request: CodeRequest): Promise<CodeResult> => {
      const runner = runners[request.language]
      if (typeof runner !== 'string') return runner.run(request)
      return Promise.resolve({ type: 'failed', error: runner, line: null, logs: [] })
    },
    close() {
      for (const runner of Object.values(runners)) if (typeof runner !== 'string') runner.close()
    },
  }
}
