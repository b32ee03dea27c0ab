import { parseSync } from 'oxc-parser'
import { isTestFile, type SourceFile } from './source-file.ts'

const forbidden = new Set([
  'Date',
  'crypto',
  'document',
  'fetch',
  'globalThis',
  'localStorage',
  'navigator',
  'performance',
  'process',
  'queueMicrotask',
  'requestAnimationFrame',
  'self',
  'sessionStorage',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'window',
])

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const childrenOf = (node: Node): readonly (readonly [string, Node])[] =>
  Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((child) => [key, child] as const),
  )

// A name that is a property's, or that the file itself binds, is not the platform's.
const isPropertyName = (owner: Node, key: string): boolean =>
  (key === 'property' || key === 'key') && owner.computed !== true
const isBinding = (key: string): boolean => ['id', 'params', 'local', 'param', 'imported'].includes(key)

const isRandom = (node: Node): boolean =>
  node.type === 'MemberExpression' &&
  isNode(node.object) &&
  node.object.name === 'Math' &&
  isNode(node.property) &&
  node.property.name === 'random'

/** The platform's own that a file uses: DOM, clocks, timers, randomness. */
export const platformUses = ({ path, text }: SourceFile): readonly string[] => {
  const used = new Set<string>()
  const bound = new Set<string>()
  const visit = (node: Node): void => {
    if (isRandom(node)) used.add('Math.random')
    for (const [key, child] of childrenOf(node)) {
      if (child.type === 'Identifier' && typeof child.name === 'string' && !isPropertyName(node, key))
        (isBinding(key) ? bound : used).add(child.name)
      visit(child)
    }
  }
  // The syntax tree has no index signature of its own, and every node has a type.
  visit(parseSync(path, text).program as unknown as Node)
  return [...used].filter((name) => name === 'Math.random' || (forbidden.has(name) && !bound.has(name)))
}

/** What the two grounds use although they may not, as sentences. */
export const judgeGrounds = (sources: readonly SourceFile[]): readonly string[] =>
  sources
    .filter(({ path }) => /^packages\/(?:core|engine)\/src\//u.test(path) && !isTestFile(path))
    .flatMap((source) =>
      platformUses(source).map((name) => `${source.path} uses ${name}: the grounds are pure`),
    )
