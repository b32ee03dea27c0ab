/** Thrown for a scenario file that cannot be played; `path` is where in the file, as `sse[3].steps[1]`. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError'
  readonly scenarioId: string | null
  readonly path: string

  constructor(at: { readonly scenarioId: string | null; readonly path: string }, problem: string) {
    super(`${at.scenarioId === null ? '' : `scenario ${at.scenarioId}, `}${at.path}: ${problem}`)
    this.scenarioId = at.scenarioId
    this.path = at.path
  }
}
