/** A skill as the wire names it. */
export interface Skill {
  readonly name: string
  /** `recipe:<number>` */
  readonly id: string
}
