import { ScenarioError } from './scenario-error.ts'

/** A value of a scenario file that knows where it stands, so that a complaint about it can say so. */
export class Field {
  readonly #value: unknown
  readonly #path: string
  readonly #scenarioId: string | null

  constructor(value: unknown, path: string, scenarioId: string | null = null) {
    this.#value = value
    this.#path = path
    this.#scenarioId = scenarioId
  }

  get value(): unknown {
    return this.#value
  }

  /** Left out, or null: the form makes no difference between them. */
  get isAbsent(): boolean {
    return this.#value === undefined || this.#value === null
  }

  /** The same field, whose complaints name a scenario. */
  within(scenarioId: string): Field {
    return new Field(this.#value, this.#path, scenarioId)
  }

  /** The error that says what stands here and what was expected. */
  expected(what: string): ScenarioError {
    const found = this.#value === undefined ? 'nothing' : JSON.stringify(this.#value)
    const shown = found.length > 120 ? `${found.slice(0, 119)}…` : found
    return new ScenarioError(
      { scenarioId: this.#scenarioId, path: this.#path },
      `expected ${what}, found ${shown}`,
    )
  }

  keys(): readonly string[] {
    return Object.keys(this.#record('an object'))
  }

  /** The field below; absent when there is none. */
  at(key: string, what = 'an object'): Field {
    const path = this.#path === '' ? key : `${this.#path}.${key}`
    return new Field(this.#record(what)[key], path, this.#scenarioId)
  }

  list(what = 'a list'): readonly Field[] {
    if (!Array.isArray(this.#value)) throw this.expected(what)
    return this.#value.map(
      (value: unknown, index) => new Field(value, `${this.#path}[${index}]`, this.#scenarioId),
    )
  }

  text(what = 'a text'): string {
    if (typeof this.#value !== 'string') throw this.expected(what)
    return this.#value
  }

  /** A text, or `null` where the field is absent or null. */
  optionalText(what?: string): string | null {
    return this.isAbsent ? null : this.text(what)
  }

  /** The value that one of these words stands for. */
  choice<Value>(values: Readonly<Record<string, Value>>): Value {
    const word = typeof this.#value === 'string' ? this.#value : ''
    const value = Object.hasOwn(values, word) ? values[word] : undefined
    if (value === undefined) throw this.expected(`one of ${Object.keys(values).join(', ')}`)
    return value
  }

  /** Refuses a key that the form does not know: a misspelt step would else do nothing, in silence. */
  refuseOthers(known: readonly string[]): void {
    for (const key of this.keys())
      if (!known.includes(key)) throw this.at(key).expected(`no such key here (known: ${known.join(', ')})`)
  }

  #record(what: string): Readonly<Record<string, unknown>> {
    const value = this.#value
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.expected(what)
    return { ...value }
  }
}
