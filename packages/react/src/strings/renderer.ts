/** Said where a host's own component could not be drawn. */
export interface RendererStrings {
  readonly broken: string
  readonly brokenField: string
}

export const englishRenderer: RendererStrings = {
  broken: 'The page’s own card could not be drawn. This is the standard one.',
  brokenField: 'The page’s own field could not be drawn. This is the standard one.',
}
