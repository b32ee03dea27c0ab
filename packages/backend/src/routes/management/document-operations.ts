import { z } from 'zod'
import { isoTime } from '../../context.ts'
import {
  changeDocument,
  createDocument,
  deleteDocument,
  listDocuments,
  readDocument,
} from '../../library/documents.ts'
import { pageList } from '../../library/page-list.ts'
import type { DocumentRecord } from '../../store/library-records.ts'
import { pageView, showPage } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { type Operation, createOperation, emptyReply, reply, shape } from './operation.ts'
import { nameShape, pageFields, searchShape } from './request-shapes.ts'

/** The most characters of one document. */
const MAX_TEXT = 500_000

const text = z.string().min(1).max(MAX_TEXT)
const collection = z.string().max(200).describe('Documents that are searched together.')
const summaryFields = {
  id: z.string(),
  title: z.string(),
  collection: z.string(),
  size: z.int().describe('Characters.'),
  createdAt: z.string(),
  updatedAt: z.string(),
}
const summaryView = shape('DocumentSummary', z.strictObject(summaryFields))
const documentView = shape('Document', z.strictObject({ ...summaryFields, text: z.string() }))

const summarize = ({
  id,
  title,
  collection: group,
  text: content,
  at,
  updatedAt,
}: DocumentRecord): object => ({
  id,
  title,
  collection: group,
  size: content.length,
  createdAt: isoTime(at),
  updatedAt: isoTime(updatedAt),
})
const show = (document: DocumentRecord): object => ({ ...summarize(document), text: document.text })

/** The knowledge base that tools look things up in. */
export function documentOperations({ library }: ManagementContext): readonly Operation[] {
  return [
    createOperation({
      id: 'listDocuments',
      method: 'get',
      path: '/documents',
      tag: 'Tools and knowledge',
      summary: 'List documents of the knowledge base',
      query: shape(
        'ListDocuments',
        z.strictObject({
          collection: z.string().max(200).optional(),
          search: searchShape.optional().describe('Only those whose title holds this.'),
          ...pageFields,
        }),
      ),
      replies: {
        200: reply(
          'A page of documents, without their texts.',
          pageView('DocumentPage', 'documents', summaryView),
        ),
      },
      handle: ({ c, teamId, query: { collection: group, search = '', limit, cursor } }) => {
        const wanted = listDocuments(library, teamId)
          .filter((document) => group === undefined || document.collection === group)
          .filter((document) => document.title.toLowerCase().includes(search.toLowerCase()))
        const page = pageList(wanted, { sortBy: ({ title }) => title, direction: 'asc', limit, cursor })
        return c.json(showPage('documents', page, summarize))
      },
    }),
    createOperation({
      id: 'createDocument',
      method: 'post',
      path: '/documents',
      tag: 'Tools and knowledge',
      summary: 'Add a document',
      body: shape(
        'CreateDocument',
        z.strictObject({ title: nameShape, text, collection: collection.optional() }),
      ),
      replies: { 201: reply('The document.', documentView) },
      handle: ({ c, teamId, body: { title, text: content, collection: group = '' } }) =>
        c.json(show(createDocument(library, teamId, { title, text: content, collection: group })), 201),
    }),
    createOperation({
      id: 'getDocument',
      method: 'get',
      path: '/documents/:id',
      tag: 'Tools and knowledge',
      summary: 'Read a document',
      replies: { 200: reply('The document.', documentView) },
      handle: ({ c, teamId, param }) => c.json(show(readDocument(library, teamId, param('id')))),
    }),
    createOperation({
      id: 'updateDocument',
      method: 'patch',
      path: '/documents/:id',
      tag: 'Tools and knowledge',
      summary: 'Change a document',
      body: shape(
        'UpdateDocument',
        z.strictObject({
          title: z.exactOptional(nameShape),
          text: z.exactOptional(text),
          collection: z.exactOptional(collection),
        }),
      ),
      replies: { 200: reply('The document.', documentView) },
      handle: ({ c, teamId, param, body }) =>
        c.json(show(changeDocument(library, readDocument(library, teamId, param('id')), body))),
    }),
    createOperation({
      id: 'deleteDocument',
      method: 'delete',
      path: '/documents/:id',
      tag: 'Tools and knowledge',
      summary: 'Take a document away',
      replies: { 204: emptyReply('It is gone.') },
      handle: ({ c, teamId, param }) => {
        deleteDocument(library, readDocument(library, teamId, param('id')))
        return c.body(null, 204)
      },
    }),
  ]
}
