/** What was seen while strings were drawn. All but `renders` must be nothing. */
export interface Tally {
  readonly renders: number
  /** Calls of the functions that the attacks call. */
  readonly scripts: number
  /** Errors that left a drawing or the page. */
  readonly crashes: number
  /** Prefixes that made what no message may make. */
  readonly faults: number
  /** What the Content-Security-Policy had to hold back. */
  readonly blocked: number
  /** The first few, each with the text that did it. */
  readonly examples: readonly string[]
}

type Count = 'scripts' | 'crashes' | 'faults' | 'blocked'

const longestExample = 300
const mostExamples = 12

/** Counts on behalf of the text that is being drawn. */
export class Counter {
  #counts: Record<Count | 'renders', number> = { renders: 0, scripts: 0, crashes: 0, faults: 0, blocked: 0 }
  #examples: string[] = []
  #text = ''

  begin(text: string): void {
    this.#text = text
    this.#counts.renders += 1
  }

  add(what: Count, detail: string): void {
    this.#counts[what] += 1
    if (this.#examples.length < mostExamples)
      this.#examples.push(`${what}: ${detail} in ${JSON.stringify(this.#text)}`.slice(0, longestExample))
  }

  tally(): Tally {
    return { ...this.#counts, examples: this.#examples }
  }
}

/** Counts calls of what the attacks call, errors that nothing catches, and reports of the page's policy. */
export const watch = (counter: Counter): void => {
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'twkRan'])
    Reflect.set(globalThis, name, () => counter.add('scripts', name))
  addEventListener('error', (event) => counter.add('crashes', event.message))
  addEventListener('unhandledrejection', (event) => counter.add('crashes', String(event.reason)))
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    counter.add('blocked', `${violatedDirective} ${blockedURI}`),
  )
}
