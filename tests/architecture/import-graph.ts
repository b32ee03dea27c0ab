import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'
import type { SourceFile } from './source-file.ts'

/** One import, export-from or dynamic import, of values or of types. */
export interface Import {
  readonly from: string
  readonly specifier: string
}

const dynamicSpecifier = /^\s*(['"`])(?<specifier>[^'"`$]+)\1\s*$/u
// `import('x').Y` in a type position is no expression, so the parser's module record does not list it.
const typeImport = /\bimport\(\s*(['"])(?<specifier>[^'"]+)\1\s*\)\s*\./gu

const dynamicOf = (text: string, from: number, to: number): readonly string[] => {
  const specifier = dynamicSpecifier.exec(text.slice(from, to))?.groups?.specifier
  return specifier === undefined ? [] : [specifier]
}

/** Every module that a file names, types counted. Throws for a file that is no TypeScript. */
export const importsOf = ({ path, text }: SourceFile): readonly Import[] => {
  const { module, errors } = parseSync(path, text)
  if (errors[0] !== undefined) throw new SyntaxError(`${path} cannot be parsed: ${errors[0].message}`)
  const specifiers = new Set([
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.map((entry) => entry.moduleRequest?.value ?? ''),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => dynamicOf(text, start, end)),
    ...[...text.matchAll(typeImport)].map((match) => match.groups?.specifier ?? ''),
  ])
  specifiers.delete('')
  return [...specifiers].map((specifier) => ({ from: path, specifier }))
}

/** The workspace file that a relative import names; `null` for anything else. */
export const targetOf = ({ from, specifier }: Import): string | null =>
  specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier.replace(/[?#].*$/u, '')) : null

/** The circles among files that import each other, each as a path that ends where it began. */
export const findCircles = (imports: readonly Import[]): readonly (readonly string[])[] => {
  const next = new Map<string, string[]>()
  for (const each of imports) {
    const target = targetOf(each)
    if (target !== null) next.set(each.from, [...(next.get(each.from) ?? []), target])
  }
  const circles: (readonly string[])[] = []
  const done = new Set<string>()
  const trail: string[] = []
  const visit = (file: string): void => {
    const start = trail.indexOf(file)
    if (start !== -1) circles.push([...trail.slice(start), file])
    if (start !== -1 || done.has(file)) return
    trail.push(file)
    for (const target of next.get(file) ?? []) visit(target)
    trail.pop()
    done.add(file)
  }
  for (const file of next.keys()) visit(file)
  return circles
}
