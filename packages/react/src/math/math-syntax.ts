import type { MarkdownExtra } from '../markdown/markdown-extra.ts'
import { mathTokens } from './math-tokens.ts'

/** The languages under which formulas leave the parser. No fence can close too early for these: they are closed. */
export const formulaInLine = 'tex-in-line'
export const formulaOnItsOwn = 'tex-on-its-own'

/** The lists in which remark's parser looks for extensions. */
interface ParserData {
  micromarkExtensions?: unknown[]
  fromMarkdownExtensions?: unknown[]
}

/** As much of the tree's compiler as is used here. */
interface Compiler {
  enter(node: object, token: unknown): void
  exit(token: unknown): void
  sliceSerialize(token: unknown): string
}

const codeElement = (language: string, value: string) => ({
  type: 'element',
  tagName: 'code',
  properties: { className: [`language-${language}`] },
  children: [{ type: 'text', value }],
})

const contentOf = (source: string): string => {
  const width = /^(?:\$\$|\\)/u.test(source) ? 2 : 1
  return source.slice(width, -width).trim()
}

const inLine = (source: string): object => {
  const isDisplayed = /^(?:\$\$|\\\[)/u.test(source)
  const code = codeElement(isDisplayed ? formulaOnItsOwn : formulaInLine, contentOf(source))
  return {
    type: 'inlineMath',
    data: { hName: 'code', hProperties: code.properties, hChildren: code.children },
  }
}

const onItsOwn = (source: string): object => ({
  type: 'math',
  data: { hName: 'pre', hChildren: [codeElement(formulaOnItsOwn, contentOf(source))] },
})

type Handle = (this: Compiler, token: unknown) => void

const entering = (make: (source: string) => object): Handle =>
  function enter(token) {
    this.enter(make(this.sliceSerialize(token).trim()), token)
  }

const leave: Handle = function leave(token) {
  this.exit(token)
}

const treeOfTokens = {
  enter: { mathText: entering(inLine), mathFlow: entering(onItsOwn) },
  exit: { mathText: leave, mathFlow: leave },
}

// A plugin is called with the processor as its `this`.
function addMath(this: { data(): object }): void {
  const data = this.data() as ParserData // unified shares one bag of data among all plugins
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), mathTokens]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), treeOfTokens]
}

/** `$…$`, `$$…$$`, `\(…\)` and `\[…\]` as code of languages that only formulas have. */
export const mathSyntax: NonNullable<MarkdownExtra['syntax']> = addMath
