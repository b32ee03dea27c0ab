/** What the catalogue says of a component beside its stories. Its states are the stories, its tokens are read from its styles. */
export interface ComponentPage {
  /** The stories' title. */
  readonly title: string
  /** Titles of further stories about the same component. */
  readonly also?: readonly string[]
  /** What it is for, in two or three sentences. */
  readonly purpose: string
  /** Keys in the order of a hand on the keyboard. */
  readonly keys: readonly (readonly [keys: string, does: string])[]
  readonly dos: readonly string[]
  readonly donts: readonly string[]
  /** Its file below `packages/react/src`; `null` for a component that has no styles of its own. */
  readonly styles: string | null
}
