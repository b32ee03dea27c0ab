/** Opens an address in a window that knows nothing of this page. Call it from a click only, or it is blocked. */
export const openLink = (url: string): void => {
  window.open(url, '_blank', 'noopener,noreferrer')
}
