/** Whose names and habits keys follow. */
export type Platform = 'apple' | 'other'

/** The platform of this page; `other` where there is no browser. */
export const platformHere = (): Platform =>
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad|iPod/.test(navigator.platform) ? 'apple' : 'other'
