import { IdleWork, type Steps } from './idle-work.ts'
import type { LanguageLoader } from './languages.ts'
import { Painting } from './paint-spans.ts'
import { SpanCache } from './span-cache.ts'
import type { Span, Tokenizer } from './tokenizer.ts'

const remembered = 500_000

/** Colours texts one after another, each in idle steps, and none twice while it is remembered. */
export class Colourist {
  readonly #work = new IdleWork()
  readonly #cache = new SpanCache(remembered)
  readonly #languages = new Map<string, Promise<string>>()
  #tokenizer: Promise<Tokenizer> | null = null

  /** Colours `text` soon; the answer takes the colours back. */
  paint(text: Text, language: string, load: LanguageLoader): () => void {
    const painting = new Painting(text)
    const code = text.data
    let isWanted = true
    let steps: Steps | null = null
    const begin = async (): Promise<void> => {
      const lines = await this.#linesOf(code, language, load)
      if (!isWanted) return
      steps = paintLines(painting, lines)
      this.#work.add(steps)
    }
    // What cannot be loaded now is tried again with the next block.
    begin().catch(() => this.#languages.delete(language))
    return () => {
      isWanted = false
      if (steps) this.#work.remove(steps)
      painting.remove()
    }
  }

  async #linesOf(
    code: string,
    language: string,
    load: LanguageLoader,
  ): Promise<Iterator<readonly Span[], unknown>> {
    const key = `${language}\n${code}`
    const known = this.#cache.get(key)
    if (known) return known.values()
    const name = await this.#languageOf(language, load)
    const tokenizer = await this.#tokenizerOf()
    return remember(await tokenizer.lines(code, name), (lines) => this.#cache.set(key, lines))
  }

  #languageOf(language: string, load: LanguageLoader): Promise<string> {
    const known = this.#languages.get(language)
    if (known) return known
    const coming = this.#addLanguage(load)
    this.#languages.set(language, coming)
    return coming
  }

  async #addLanguage(load: LanguageLoader): Promise<string> {
    const [tokenizer, module] = await Promise.all([this.#tokenizerOf(), load()])
    const { name, steps } = await tokenizer.add(module.default)
    await new Promise<void>((resolve) => this.#work.add(andThen(steps, resolve)))
    return name
  }

  #tokenizerOf(): Promise<Tokenizer> {
    this.#tokenizer ??= import('./tokenizer.ts').then((module) => new module.Tokenizer())
    this.#tokenizer.catch(() => {
      this.#tokenizer = null
    })
    return this.#tokenizer
  }
}

function* andThen(steps: Steps, then: () => void): Steps {
  yield* steps
  then()
}

function* paintLines(painting: Painting, lines: Iterator<readonly Span[], unknown>): Steps {
  for (let next = lines.next(); !next.done; next = lines.next()) {
    painting.add(next.value)
    yield
  }
}

function* remember(
  lines: Iterable<readonly Span[]>,
  onEnd: (lines: readonly (readonly Span[])[]) => void,
): Generator<readonly Span[], void> {
  const all: (readonly Span[])[] = []
  for (const line of lines) {
    all.push(line)
    yield line
  }
  onEnd(all)
}
