import { globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import type { Import } from './import-graph.ts'
import { importTable, roomOf } from './import-table.ts'
import { isTestFile, root } from './source-file.ts'

/** What a package.json says of dependencies. */
export interface Manifest {
  readonly room: string
  readonly dependencies: readonly string[]
  readonly devDependencies: readonly string[]
}

interface PackageJson {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** The manifests of every room. */
export const readManifests = (): readonly Manifest[] =>
  globSync(['packages/*/package.json', 'apps/*/package.json', 'mocks/package.json'], { cwd: root }).map(
    (path) => {
      // Written by us and read by pnpm before this: its form is sure.
      const json = JSON.parse(readFileSync(`${root}${path}`, 'utf8')) as PackageJson
      return {
        room: path.replaceAll('\\', '/').replace('/package.json', ''),
        dependencies: Object.keys({ ...json.dependencies, ...json.peerDependencies }),
        devDependencies: Object.keys(json.devDependencies ?? {}),
      }
    },
  )

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** Dependencies of ours that the table does not allow, and what it allows of others to nobody. */
export const judgeManifest = ({ room, dependencies, devDependencies }: Manifest): readonly string[] => {
  const table = importTable[room]
  if (table === undefined) return []
  const allowed = new Set(table.map(packageOf))
  return [...dependencies, ...devDependencies]
    .filter((name) => name.startsWith('@threadwork/') && !allowed.has(name))
    .map((name) => `${room}/package.json depends on ${name}, which ${room} may not import`)
}

/** Imports that the room's package.json does not name: they would resolve here and fail where it is installed. */
export const findUndeclared = (
  imports: readonly Import[],
  manifests: readonly Manifest[],
): readonly string[] => {
  const byRoom = new Map(manifests.map((manifest) => [manifest.room, manifest]))
  return imports.flatMap(({ from, specifier }) => {
    const manifest = byRoom.get(roomOf(from) ?? '')
    if (manifest === undefined || !from.includes('/src/') || isTestFile(from)) return []
    if (/^(?:\.|virtual:|\/)/u.test(specifier) || isBuiltin(specifier)) return []
    const isDeclared = manifest.dependencies.includes(packageOf(specifier))
    return isDeclared
      ? []
      : [`${from} imports ${specifier}, which ${manifest.room}/package.json does not depend on`]
  })
}
