/** From `IMAGE_ORIGINS` and `LINK_ORIGINS` at build time, as the BFF reads them. */
declare const __IMAGE_ORIGINS__: readonly string[]
declare const __LINK_ORIGINS__: readonly string[]

interface Window {
  /** The handle of measurements. */
  lab: import('./lab.ts').Lab
}
