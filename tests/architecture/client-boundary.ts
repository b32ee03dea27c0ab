import { parseSync } from 'oxc-parser'
import { targetOf } from './import-graph.ts'
import type { SourceFile } from './source-file.ts'

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const nameOf = (value: unknown): string =>
  isNode(value) && typeof value['name'] === 'string' ? value['name'] : ''

const some = (node: Node, is: (node: Node) => boolean): boolean =>
  is(node) ||
  Object.values(node).some((value) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).some((child) => some(child, is)),
  )

// A hook of React's or of ours, a context, a class that React draws, the browser's half of React.
const isClientUse = (node: Node): boolean => {
  if (node.type === 'CallExpression')
    return /^(?:use(?:[A-Z]\w*)?|createContext)$/u.test(nameOf(node['callee']))
  if (node.type === 'ClassDeclaration') return /^(?:Pure)?Component$/u.test(nameOf(node['superClass']))
  return (
    node.type === 'ImportDeclaration' && isNode(node['source']) && node['source']['value'] === 'react-dom'
  )
}

// The syntax tree has no index signature of its own, and every node has a type.
const treeOf = ({ path, text }: SourceFile): Node => parseSync(path, text).program as unknown as Node

/** Whether a file begins the client's part of a page. */
export const isBoundary = ({ text }: SourceFile): boolean => /^\s*(['"])use client\1/u.test(text)

/** Whether a file can only be run where there is a client. */
export const needsClient = (source: SourceFile): boolean => some(treeOf(source), isClientUse)

/** What a file brings along when it is run: no types, and nothing that it only loads later. */
const broughtBy = ({ path, text }: SourceFile): readonly string[] => {
  const { staticImports, staticExports } = parseSync(path, text).module
  const isNeeded = (entries: readonly { readonly isType: boolean }[]): boolean =>
    entries.length === 0 || entries.some(({ isType }) => !isType)
  return [
    ...staticImports
      .filter(({ entries }) => isNeeded(entries))
      .map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ isType, moduleRequest }) => (isType || !moduleRequest ? [] : [moduleRequest.value])),
    ),
  ].flatMap((specifier) => targetOf({ from: path, specifier }) ?? [])
}

/** The files that a server component meets below an entry: all up to the first boundary on each way. */
export const metByServer = (entry: string, sources: readonly SourceFile[]): readonly SourceFile[] => {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const met = new Map<string, SourceFile>()
  const visit = (path: string): void => {
    const source = byPath.get(path)
    if (!source || met.has(path)) return
    met.set(path, source)
    if (!isBoundary(source)) broughtBy(source).forEach(visit)
  }
  visit(entry)
  return [...met.values()]
}

/** What is wrong with the boundaries below an entry, a sentence each. */
export const judgeBoundaries = (entry: string, sources: readonly SourceFile[]): readonly string[] =>
  metByServer(entry, sources).flatMap((source) => {
    const [is, needs] = [isBoundary(source), needsClient(source)]
    if (needs && !is)
      return [`${source.path} needs a client and a server meets it: begin it with 'use client'`]
    return is && !needs ? [`${source.path} begins with 'use client' and needs no client`] : []
  })
