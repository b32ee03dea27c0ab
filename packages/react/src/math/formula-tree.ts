import { createElement, type ReactNode } from 'react'
import temml from 'temml'

/** As much of temml's tree as is read here. Every field is doubted: the tree comes from a message. */
interface FormulaNode {
  readonly type?: unknown
  readonly text?: unknown
  readonly attributes?: unknown
  readonly classes?: unknown
  readonly style?: unknown
  readonly children?: unknown
}

const elements = new Set(
  'math mrow mi mo mn ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mpadded mphantom mstyle'.split(
    ' ',
  ),
)
const words = /^(?:true|false|block|inline|normal|prefix|infix|postfix|[0-9]{1,2})$/u
const wordAttributes = new Set(
  'display displaystyle scriptlevel mathvariant form fence separator stretchy symmetric largeop movablelimits accent accentunder columnspan rowspan'.split(
    ' ',
  ),
)
const lengthAttributes = new Set(
  'lspace rspace minsize maxsize linethickness width height depth voffset'.split(' '),
)

const mostNodes = 4000
const mostDepth = 120
/** The most that a formula can move or widen a part of itself, in `em`. */
const longestLength = 12
const perEm: Readonly<Record<string, number>> = { em: 1, ex: 0.5, px: 1 / 16, pt: 1 / 12, mu: 1 / 18 }

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const lengthOf = (value: string): string | null => {
  const match = /^(-?\d*\.?\d+)(em|ex|px|pt|mu)?$/u.exec(value)
  if (!match) return null
  const ems = Number(match[1]) * (perEm[match[2] ?? 'em'] ?? 1)
  return Number.isFinite(ems) ? `${Math.min(longestLength, Math.max(-longestLength, ems))}em` : null
}

const attributesOf = (node: FormulaNode): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(recordOf(node.attributes)).flatMap(([name, given]) => {
      const value = String(given)
      if (wordAttributes.has(name)) return words.test(value) ? [[name, value]] : []
      const length = lengthAttributes.has(name) ? lengthOf(value) : null
      return length === null ? [] : [[name, length]]
    }),
  )

const lineOf = new Map([
  ['top', 'over'],
  ['bottom', 'under'],
  ['horizontalstrike', 'through'],
  ['updiagonalstrike', 'up'],
  ['downdiagonalstrike', 'down'],
  ['actuarial', 'angle'],
  ['tml-overline', 'over'],
  ['tml-underline', 'under'],
  ['sout', 'through'],
  ['upstrike', 'up'],
  ['downstrike', 'down'],
])

/** The line that is drawn on or around a part, by the words of temml for it. */
const drawnLineOf = (node: FormulaNode): string | undefined => {
  if ('border' in recordOf(node.style)) return 'box'
  const notation = recordOf(node.attributes)['notation']
  return [notation, ...listOf(node.classes)].map((name) => lineOf.get(String(name))).find(Boolean)
}

const paddingOf = (value: unknown): 'none' | 'wide' | undefined => {
  const length = typeof value === 'string' ? lengthOf(value) : null
  if (length === null) return undefined
  const ems = Number.parseFloat(length)
  return ems === 0 ? 'none' : ems >= 0.9 ? 'wide' : undefined
}

const bordersOf = (style: Readonly<Record<string, unknown>>): string | undefined => {
  const sides = ['Top', 'Right', 'Bottom', 'Left'].filter((side) => `border${side}` in style)
  return sides.length === 0 ? undefined : sides.join(' ').toLowerCase()
}

/** A cell's place, as data for the style sheet. */
const cellOf = (node: FormulaNode): Readonly<Record<string, string | undefined>> => {
  const style = recordOf(node.style)
  const classes = listOf(node.classes)
  return {
    'data-align': classes.includes('tml-right') ? 'end' : classes.includes('tml-left') ? 'start' : undefined,
    'data-before': paddingOf(style['paddingLeft']),
    'data-after': paddingOf(style['paddingRight']),
    'data-borders': bordersOf(style),
  }
}

interface Count {
  nodes: number
}

const draw = (given: unknown, key: number, count: Count, depth: number): ReactNode => {
  count.nodes += 1
  if (count.nodes > mostNodes || depth > mostDepth)
    throw new Error('The formula has more parts than a message may draw. Write it in pieces.')
  // An unknown object, of which each field is checked where it is read.
  const node = recordOf(given) as FormulaNode
  if (typeof node.text === 'string') return node.text
  const children = listOf(node.children).map((child, index) => draw(child, index, count, depth + 1))
  const type = node.type === 'menclose' ? 'mrow' : node.type
  // Fragments, links and whatever else temml knows are only what they hold.
  if (typeof type !== 'string' || !elements.has(type)) return createElement('mrow', { key }, ...children)
  const props = {
    key,
    ...attributesOf(node),
    ...(type === 'mtd' ? cellOf(node) : { 'data-line': drawnLineOf(node) }),
    ...(recordOf(node.style)['color'] === errorColor ? { 'data-error': '' } : {}),
  }
  return createElement(type, props, ...children)
}

// No colour that a formula can name, so that what has it is temml's report of an unknown command.
const errorColor = '#e01'

/** Its types name this otherwise. */
interface TreeMaker {
  __renderToMathMLTree(source: string, options: object): unknown
}

const isReport = (tree: unknown): boolean => listOf(recordOf(tree)['classes']).includes('temml-error')

/** A formula as MathML elements; `null` when it cannot be read. Of what a message asks for, only the listed passes. */
export const formulaTree = (source: string, isDisplayed: boolean): ReactNode => {
  try {
    const tree = (temml as unknown as TreeMaker).__renderToMathMLTree(source, {
      displayMode: isDisplayed,
      throwOnError: false,
      errorColor,
      trust: false,
      maxExpand: 300,
      macros: {},
    })
    return isReport(tree) ? null : draw(tree, 0, { nodes: 0 }, 0)
  } catch {
    return null
  }
}
