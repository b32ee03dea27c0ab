import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    /** A formula with its signs, among words. */
    mathText: 'mathText'
    /** A formula that has its lines to itself. */
    mathFlow: 'mathFlow'
    mathData: 'mathData'
  }
}

/** The character codes that a formula begins and ends with. */
export interface Sign {
  readonly open: readonly number[]
  readonly close: readonly number[]
}

/** What is to be read, and who says whether it is a formula. */
export interface FormulaKind {
  readonly sign: Sign
  readonly token: 'mathText' | 'mathFlow'
  readonly isMultiline: boolean
  readonly isFormula: (content: string, before: Code, after: Code) => boolean
}

/** A formula longer than this many characters stays text. */
const longestFormula = 5000
const backslash = 92

export const isLineEnding = (code: Code): boolean => code !== null && code < -2

const characterOf = (code: Code): string => {
  if (code === null || isLineEnding(code)) return '\n'
  return code < 0 ? ' ' : String.fromCharCode(code)
}

/** Goes over a line's end inside of a formula, where the next line belongs to the same block and is not blank. */
const lineEnd: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const lineStart: State = (code) =>
      code === null || isLineEnding(code) || this.parser.lazy[this.now().line] ? nok(code) : ok(code)
    return (code) => {
      effects.enter('lineEnding')
      effects.consume(code)
      effects.exit('lineEnding')
      return lineStart
    }
  },
}

const closing = (sign: Sign): Construct => ({
  partial: true,
  tokenize: (effects, ok, nok) => {
    const next =
      (index: number): State =>
      (code) => {
        if (code !== sign.close[index]) return nok(code)
        if (index === 0) effects.enter('mathData')
        effects.consume(code)
        if (index + 1 < sign.close.length) return next(index + 1)
        effects.exit('mathData')
        return ok
      }
    return next(0)
  },
})

/** Reads one formula, character by character, as the states of a micromark tokenizer. */
export class FormulaReader {
  readonly #effects: Effects
  readonly #kind: FormulaKind
  readonly #ok: State
  readonly #nok: State
  readonly #before: Code
  readonly #closing: Construct
  #content = ''

  constructor(context: TokenizeContext, effects: Effects, kind: FormulaKind, ok: State, nok: State) {
    this.#effects = effects
    this.#kind = kind
    this.#ok = ok
    this.#nok = nok
    this.#before = context.previous
    this.#closing = closing(kind.sign)
  }

  /** Where reading begins: on the first character of the opening sign. */
  readonly start: State = (code) => this.#open(0)(code)

  #open(index: number): State {
    const { sign, token } = this.#kind
    return (code) => {
      if (code !== sign.open[index]) return this.#nok(code)
      if (index === 0) this.#effects.enter(token)
      this.#effects.consume(code)
      return index + 1 < sign.open.length ? this.#open(index + 1) : this.#between
    }
  }

  readonly #between: State = (code) => {
    if (code === null || this.#content.length > longestFormula) return this.#nok(code)
    if (isLineEnding(code)) return this.#nextLine(code)
    if (code !== this.#kind.sign.close[0]) return this.#enterData(code)
    return this.#effects.attempt(this.#closing, this.#end, this.#enterData)(code)
  }

  #nextLine(code: Code): State | undefined {
    if (!this.#kind.isMultiline) return this.#nok(code)
    this.#content += '\n'
    return this.#effects.attempt(lineEnd, this.#between, this.#nok)(code)
  }

  readonly #enterData: State = (code) => {
    this.#effects.enter('mathData')
    return this.#take(code)
  }

  readonly #data: State = (code) => {
    if (code !== null && !isLineEnding(code) && code !== this.#kind.sign.close[0]) return this.#take(code)
    this.#effects.exit('mathData')
    return this.#between(code)
  }

  // What a backslash stands before is no sign.
  readonly #escaped: State = (code) =>
    code === null || isLineEnding(code) ? this.#data(code) : this.#take(code, true)

  #take(code: Code, isEscaped = false): State {
    this.#content += characterOf(code)
    this.#effects.consume(code)
    return code === backslash && !isEscaped ? this.#escaped : this.#data
  }

  readonly #end: State = (code) => {
    if (!this.#kind.isFormula(this.#content, this.#before, code)) return this.#nok(code)
    this.#effects.exit(this.#kind.token)
    return this.#ok(code)
  }
}
