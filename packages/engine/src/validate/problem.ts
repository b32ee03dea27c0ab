/**
 * One thing that is wrong with a workflow, or (`warning`) that can be better: where (`nodes[2].config.url`), and a
 * sentence for a person that says what to do. A workflow with an error is not activated.
 */
export interface Problem {
  readonly path: string
  readonly sentence: string
  readonly severity: 'error' | 'warning'
  readonly nodeId?: string
  readonly edgeId?: string
}

/** What a problem is about. */
export interface Place {
  readonly path: string
  readonly nodeId?: string
  readonly edgeId?: string
}

export const error = (place: Place, sentence: string): Problem => ({ ...place, sentence, severity: 'error' })

export const warning = (place: Place, sentence: string): Problem => ({
  ...place,
  sentence,
  severity: 'warning',
})

/** A place below another: `headers.0.value` under `nodes[1].config` is `nodes[1].config.headers[0].value`. */
export const below = (place: Place, path: string): Place => ({
  ...place,
  path: path
    .split('.')
    .filter((word) => word !== '')
    .reduce((whole, word) => (/^\d+$/.test(word) ? `${whole}[${word}]` : `${whole}.${word}`), place.path),
})
