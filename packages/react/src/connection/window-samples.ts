/** What a page did with the windows that it opened. */
export interface OpenedWindows {
  /** The addresses that windows were led to, each with what its page would be told of this one. */
  readonly led: readonly string[]
  /** How many windows were asked for. */
  readonly asked: () => number
  /** The person closes the newest window, or it goes where nobody may look. */
  readonly close: () => void
  readonly isClosed: () => boolean
  /** `window.open` is the browser's own again. */
  readonly restore: () => void
}

interface StubWindow {
  closed: boolean
  opener: unknown
  readonly document: Document
  readonly sessionStorage: { clear(): void }
  readonly close: () => void
}

const stubWindow = (led: string[]): StubWindow => {
  const stub: StubWindow = {
    closed: false,
    opener: globalThis.window,
    document: document.implementation.createHTMLDocument(),
    sessionStorage: { clear: () => void (notes = 'cleared') },
    close: () => void (stub.closed = true),
  }
  let notes = 'copied'
  // A document without a window follows no link, so nothing leaves the test.
  stub.document.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLAnchorElement)) return
    led.push(`${target.href} opener=${String(stub.opener)} rel=${target.rel} notes=${notes}`)
  })
  return stub
}

/** Takes the place of `window.open`: windows in the test's hands, or none where the browser blocks them. */
export const stubWindowOpen = (isBlocked = false): OpenedWindows => {
  const { open } = globalThis
  const led: string[] = []
  const opened: StubWindow[] = []
  let asked = 0
  globalThis.open = () => {
    asked += 1
    if (isBlocked) return null
    const stub = stubWindow(led)
    opened.push(stub)
    return stub as unknown as Window // all that a card may touch of it
  }
  return {
    led,
    asked: () => asked,
    close: () => opened.at(-1)?.close(),
    isClosed: () => opened.at(-1)?.closed ?? true,
    restore: () => void (globalThis.open = open),
  }
}

/** How a link is followed that tells its page nothing. */
export const ledTo = (url: string): string => `${url} opener=null rel=noreferrer notes=cleared`
