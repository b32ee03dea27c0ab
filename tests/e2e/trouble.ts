import type { Page } from 'playwright'

/** What no flow may cause. */
export interface TroubleWatch {
  readonly found: readonly string[]
  /** Takes one more tab into view. */
  watch(page: Page): void
  /** Takes trouble that a flow causes on purpose, such as a refusal that the browser reports. */
  expect(pattern: RegExp): void
}

/** Notes console errors, uncaught errors and rejections, and requests that leave the app's own origin. */
export const createTroubleWatch = (origin: string): TroubleWatch => {
  const found: string[] = []
  const expected: RegExp[] = []
  const watch = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error') found.push(`console: ${message.text()} (${message.location().url})`)
    })
    page.on('pageerror', (error) => found.push(`uncaught: ${error.stack ?? error.message}`))
    page.on('crash', () => found.push('the page crashed'))
    page.on('request', (request) => {
      const url = new URL(request.url())
      const isOwn = url.origin === origin || ['data:', 'blob:', 'about:'].includes(url.protocol)
      if (!isOwn && !(url.protocol === 'ws:' && url.host === new URL(origin).host))
        found.push(`request to another origin: ${request.url()}`)
    })
  }
  return {
    watch,
    get found() {
      return found.filter((trouble) => !expected.some((pattern) => pattern.test(trouble)))
    },
    expect: (pattern) => void expected.push(pattern),
  }
}
