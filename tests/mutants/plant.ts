import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { mutants, type Mutant, type Patch } from './mutants.ts'

const core = fileURLToPath(new URL('../../packages/core/src/', import.meta.url))

/** The source with a patch; throws where the patch does not fit any more. */
export const patched = (source: string, { file, from, to }: Patch): string => {
  const places = source.split(from).length - 1
  if (places !== 1)
    throw new Error(
      `The mutant’s text “${from}” stands ${places} times in packages/core/src/${file}, and must stand there once. ` +
        'The source has changed: write the patch anew in tests/mutants/mutants.ts.',
    )
  return source.replace(from, () => to)
}

/** What each patch makes of the current source; throws where one does not fit. */
export const sourcesOf = ({ patches }: Mutant): ReadonlyMap<string, string> => {
  const sources = new Map<string, string>()
  for (const patch of patches) {
    const source = sources.get(patch.file) ?? readFileSync(`${core}${patch.file}`, 'utf8')
    sources.set(patch.file, patched(source, patch))
  }
  return sources
}

const killerFiles = [...new Set(mutants.map(({ killer }) => killer[0]))]

const copyCore = (to: string, tests: readonly string[]): void => {
  const isWanted = (path: string): boolean => {
    const name = path.split('/').at(-1) ?? ''
    return !name.endsWith('.test.ts') || tests.includes(name)
  }
  cpSync(core, to, { recursive: true, filter: isWanted })
}

/** Copies of the core below `folder`: `unchanged`, then one for each mutant, named by its number from 1. */
export const plantMutants = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  copyCore(`${folder}/unchanged`, killerFiles)
  for (const [index, mutant] of mutants.entries()) {
    const sources = sourcesOf(mutant)
    copyCore(`${folder}/${index + 1}`, [mutant.killer[0]])
    for (const [file, source] of sources) writeFileSync(`${folder}/${index + 1}/${file}`, source)
  }
}
