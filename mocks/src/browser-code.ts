import type { CodeRunner } from '@threadwork/backend'

/** Runs inline code in workers of this page. What that takes is loaded with the first run of it. */
export const browserCode = (): CodeRunner => {
  let loading: Promise<CodeRunner> | null = null
  const load = async (): Promise<CodeRunner> => {
    const { createBrowserCodeRunner } = await import('@threadwork/backend/browser-code')
    return createBrowserCodeRunner()
  }
  return {
    run: async (request) => (await (loading ??= load())).run(request),
    close: () => void loading?.then((runner) => runner.close()),
  }
}
