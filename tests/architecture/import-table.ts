import { targetOf, type Import } from './import-graph.ts'
import { isTestFile } from './source-file.ts'

/** Who may import whom: the table of ARCHITECTURE.md. What does not stand here may not. */
export const importTable: Readonly<Record<string, readonly string[]>> = {
  'packages/core': [],
  'packages/engine': [],
  'packages/bff': [],
  'packages/headless': ['@threadwork/core'],
  'packages/signalr': ['@threadwork/core'],
  'packages/tabs': ['@threadwork/core'],
  'packages/react': ['@threadwork/core'],
  'packages/testing': ['@threadwork/core'],
  'packages/element': [
    '@threadwork/core',
    '@threadwork/headless',
    '@threadwork/react',
    '@threadwork/signalr',
  ],
  'packages/studio': ['@threadwork/engine'],
  'packages/backend': ['@threadwork/engine', '@threadwork/headless/wire', '@threadwork/signalr/wire'],
  mocks: ['@threadwork/backend'],
}

const floors = /^(?:packages|apps)\/[^/]+|^(?:mocks|tests|bench|scripts|\.storybook)(?=\/)/u
const upper = /^(?:apps\/|tests|bench|scripts|\.storybook)/u
// What stands outside packages: an app is nobody's to import.
const below =
  /^@threadwork\/(?:core|engine|bff|headless|signalr|tabs|react|element|testing|studio|backend|mocks)(?:\/|$)/u

/** The room of the house that a path lies in, such as `packages/core`; `null` for the root. */
export const roomOf = (path: string): string | null => floors.exec(path)?.[0] ?? null

/** Whether a room may import a module of ours, by the module's full name. */
export const mayImport = (room: string, specifier: string): boolean => {
  if (upper.test(room)) return below.test(specifier)
  return (importTable[room] ?? []).some(
    (allowed) => specifier === allowed || (!allowed.includes('/', 12) && specifier.startsWith(`${allowed}/`)),
  )
}

const judgeRelative = (each: Import, room: string): string | null => {
  const target = targetOf(each)
  if (target === null) return null
  const isFree = /^(?:tests|bench|scripts)$/u.test(room)
  // A test may use the house's own tools, such as where a Chromium is; nothing that ships may.
  if (isTestFile(each.from) && roomOf(target) === 'scripts') return null
  if (roomOf(target) !== room && !isFree)
    return `${each.from} reaches into ${target}: import the package by its name`
  const isBarrel = target === `${room}/src/index.ts` && room.startsWith('packages/')
  if (isBarrel && !isTestFile(each.from)) return `${each.from} imports its own barrel ${target}`
  // Harnesses and benches stand on the fixtures of what they measure.
  return isTestFile(target) && !isTestFile(each.from) && !isFree
    ? `${each.from} imports the test ${target}`
    : null
}

/** What is wrong with an import, as a sentence; `null` when it may stand. */
export const judgeImport = (each: Import): string | null => {
  const room = roomOf(each.from)
  if (room === null) return null
  const { specifier } = each
  if (specifier.startsWith('.')) return judgeRelative(each, room)
  if (!specifier.startsWith('@threadwork/') || mayImport(room, specifier)) return null
  return `${each.from} imports ${specifier}, which ${room} may not`
}
