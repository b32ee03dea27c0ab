import { z } from 'zod'
import type { DefinitionRecord, DialectName } from '../store/library-records.ts'
import { keepNew } from './create-workflow.ts'
import { DOCUMENT_FORMAT } from './export-workflow.ts'
import { MAX_DESCRIPTION, MAX_NAME, MAX_VERSIONS } from './graph-limits.ts'
import { type GraphDocument, graphShape } from './graph-shape.ts'
import { readDialectDocument } from './graph-words.ts'
import type { LibraryContext } from './library-context.ts'
import { refuseField } from './refusal.ts'
import { putVersion } from './versions.ts'

/** A workflow as a document. */
export interface WorkflowDocument {
  readonly format: typeof DOCUMENT_FORMAT
  /** In whose words the graphs are. */
  readonly words: DialectName
  readonly name: string
  readonly description?: string | undefined
  readonly category?: string | undefined
  readonly dialect: DialectName
  readonly activeVersion?: number | undefined
  readonly savedVersion?: number | undefined
  readonly draft?: GraphDocument | undefined
  readonly versions: readonly {
    readonly number: number
    readonly name: string
    readonly graph: GraphDocument
  }[]
}

const dialectShape = z.enum(['graph', 'agent', 'conversation', 'threadwork'])
const numberShape = z.int().min(0).max(1_000_000)

/** Judges a document before it is imported. */
export const importShape: z.ZodType<WorkflowDocument> = z.strictObject({
  format: z.literal(DOCUMENT_FORMAT),
  words: dialectShape.describe('In whose words the graphs are.'),
  name: z.string().min(1).max(MAX_NAME),
  description: z.string().max(MAX_DESCRIPTION).optional(),
  category: z.string().max(200).optional(),
  dialect: dialectShape,
  activeVersion: numberShape.optional().describe('The newest one when left out.'),
  savedVersion: numberShape.optional(),
  draft: graphShape.optional().describe('What its saved version says when left out.'),
  versions: z
    .array(z.strictObject({ number: numberShape, name: z.string().max(MAX_NAME), graph: graphShape }))
    .min(1)
    .max(MAX_VERSIONS),
})

/** Makes a workflow of a document: a draft, with the versions and the numbers of the document (I48, I20). */
export function importWorkflow(
  library: LibraryContext,
  teamId: string,
  document: WorkflowDocument,
): DefinitionRecord {
  const { words, name, description = '', category = '', dialect } = document
  const versions = document.versions
    .map((version) => ({ ...version, graph: readDialectDocument(words, version.graph) }))
    .toSorted((one, other) => one.number - other.number)
  const numbers = versions.map(({ number }) => number)
  const last = numbers.at(-1) ?? 0
  const activeVersion = known(numbers, 'activeVersion', document.activeVersion ?? last)
  const savedVersion = known(numbers, 'savedVersion', document.savedVersion ?? activeVersion)
  const saved = versions.find(({ number }) => number === savedVersion)
  if (!saved || new Set(numbers).size < numbers.length) {
    throw refuseField(
      'versions',
      'A number stands twice among the versions. Give each version a number of its own.',
    )
  }
  const now = library.clock.now()
  const definition: DefinitionRecord = {
    id: library.makeId('wf'),
    parent: teamId,
    at: now,
    updatedAt: now,
    name,
    description,
    category,
    dialect,
    status: 'draft',
    draft: document.draft ? readDialectDocument(words, document.draft) : saved.graph,
    savedVersion,
    activeVersion,
    lastVersion: last,
  }
  return library.store.transaction(() => {
    keepNew(library, definition)
    for (const version of versions) putVersion(library, definition.id, version)
    return definition
  })
}

function known(numbers: readonly number[], path: string, number: number): number {
  if (numbers.includes(number)) return number
  throw refuseField(path, `There is no version ${number} in the document. It has: ${numbers.join(', ')}.`)
}
