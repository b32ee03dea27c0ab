/** A window that this page opened, and that knows nothing of this page. */
export interface OpenedWindow {
  /** Leads it to an address, without saying where from. */
  lead(url: string): void
  /** Also true of a window that went where this page may not look. Never proof that a person is done. */
  isClosed(): boolean
  close(): void
}

const lead = (opened: Window, url: string): void => {
  try {
    const link = opened.document.createElement('a')
    link.href = url
    link.rel = 'noreferrer'
    opened.document.body.append(link)
    link.click()
  } catch {
    opened.location.replace(url)
  }
}

/**
 * Opens an empty window in the very click, or `null` where the browser blocks it. `window.open` with `noopener`
 * answers `null` either way, so the window is cut loose by hand, before it is led anywhere: no opener, no referrer,
 * and no copy of this tab's notes. `text` stands in it until then.
 */
export const openWindow = (text: string): OpenedWindow | null => {
  const opened = globalThis.open('about:blank', '_blank')
  if (opened === null || opened.closed) return null
  opened.opener = null
  try {
    // A new window begins with a copy of the tab's session storage: an app that opened there would send it again.
    opened.sessionStorage.clear()
    opened.document.title = text
    opened.document.body.append(text)
  } catch {
    // A browser that shows this page nothing of the window has not copied the storage either.
  }
  return {
    lead: (url) => lead(opened, url),
    isClosed: () => opened.closed,
    close: () => opened.close(),
  }
}
