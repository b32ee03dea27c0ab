import {
  createHighlighterCore,
  type GrammarState,
  type HighlighterCore,
  type LanguageInput,
} from 'shiki/core'
import { createJavaScriptRegexEngine, defaultJavaScriptRegexConstructor } from 'shiki/engine/javascript'
import { kindOf, kindTheme, type TokenKind } from './token-kinds.ts'
import { warmPatterns } from './warm-patterns.ts'

/** A coloured piece of a text. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly kind: TokenKind
}

/** Lines longer than this stay plain, and one that takes longer than that many milliseconds is left where it is. */
const limits = { tokenizeMaxLineLength: 1000, tokenizeTimeLimit: 20 }

/** A tokenizer with the JavaScript engine of regular expressions: no WebAssembly, which a strict policy forbids. */
export class Tokenizer {
  readonly #cache = new Map<string, RegExp | Error>()
  readonly #core: Promise<HighlighterCore> = createHighlighterCore({
    themes: [kindTheme],
    engine: createJavaScriptRegexEngine({ forgiving: true, cache: this.#cache }),
  })

  /** Resolves to the tokenizer's name of a grammar, and to steps that make it ready without a long task. */
  async add(input: LanguageInput): Promise<{ readonly name: string; readonly steps: Generator<void, void> }> {
    const core = await this.#core
    const grammars = [input].flat(2)
    await core.loadLanguage(...grammars)
    const last: unknown = grammars.at(-1)
    const name = typeof last === 'object' && last !== null && 'name' in last ? String(last.name) : ''
    return {
      name,
      steps: warmPatterns(grammars, this.#cache, (pattern) => defaultJavaScriptRegexConstructor(pattern)),
    }
  }

  /** The coloured pieces of `code`, a line at a time; the language has to be there. */
  async lines(code: string, name: string): Promise<Generator<readonly Span[], void>> {
    return spansByLine(await this.#core, code, name)
  }
}

function* spansByLine(core: HighlighterCore, code: string, lang: string): Generator<readonly Span[], void> {
  let offset = 0
  let state: GrammarState | undefined
  for (const line of code.split('\n')) {
    const lines = core.codeToTokensBase(line.replace(/\r$/u, ''), {
      lang,
      theme: kindTheme.name,
      ...limits,
      ...(state ? { grammarState: state } : {}),
    })
    state = core.getLastGrammarState(lines)
    yield (lines[0] ?? []).flatMap(({ offset: at, content, color }) => {
      const kind = kindOf(color)
      return kind === null ? [] : [{ start: offset + at, end: offset + at + content.length, kind }]
    })
    offset += line.length + 1
  }
}
