type Areas = Readonly<Record<string, object | undefined>>

/** `base` with `overrides` laid over it, area by area. Neither is changed. */
export const mergeAreas = <Base extends object>(base: Base, overrides: object): Base => {
  const merged: Record<string, object | undefined> = { ...(base as Areas) }
  for (const [area, words] of Object.entries(overrides as Areas)) {
    merged[area] = { ...merged[area], ...words }
  }
  // Each area keeps its keys: an override can only replace a word by one of the same type.
  return merged as Base
}
