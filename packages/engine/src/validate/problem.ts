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
