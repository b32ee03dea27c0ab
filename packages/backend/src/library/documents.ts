import { quote } from '../conversation.ts'
import { notFound } from '../problem.ts'
import type { DocumentRecord } from '../store/library-records.ts'
import { MAX_ENTRIES } from './graph-limits.ts'
import type { LibraryContext } from './library-context.ts'
import { conflict } from './refusal.ts'

/** What a document is made of. `collection` groups documents that are searched together. */
export interface DocumentFields {
  readonly title: string
  readonly text: string
  readonly collection: string
}

/** A document of this team; a 404 for everybody else. */
export function readDocument(library: LibraryContext, teamId: string, id: string): DocumentRecord {
  const document = library.store.get('documents', id)
  if (document?.parent !== teamId) throw notFound(`The document ${quote(id)}`)
  return document
}

/** The documents of the team's knowledge base. */
export const listDocuments = (library: LibraryContext, teamId: string): readonly DocumentRecord[] =>
  library.store.list('documents', teamId)

/** Adds a document to the knowledge base. */
export function createDocument(
  library: LibraryContext,
  teamId: string,
  fields: DocumentFields,
): DocumentRecord {
  if (listDocuments(library, teamId).length >= MAX_ENTRIES) {
    throw conflict(`There are ${MAX_ENTRIES} documents, which is the most that a team can have.`)
  }
  const now = library.clock.now()
  const document: DocumentRecord = {
    ...fields,
    id: library.makeId('doc'),
    parent: teamId,
    at: now,
    updatedAt: now,
  }
  library.store.put('documents', document)
  return document
}

/** Changes a document. */
export function changeDocument(
  library: LibraryContext,
  document: DocumentRecord,
  change: Partial<DocumentFields>,
): DocumentRecord {
  const changed = { ...document, ...change, updatedAt: library.clock.now() }
  library.store.put('documents', changed)
  return changed
}

/** Takes a document away. */
export const deleteDocument = (library: LibraryContext, document: DocumentRecord): void =>
  library.store.remove('documents', document.id)
