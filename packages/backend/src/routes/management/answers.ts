import type { Page } from '../../library/page-list.ts'
import type { DefinitionRecord } from '../../store/library-records.ts'
import { readDefinition, readEditable } from '../../library/workflow-access.ts'
import { z } from 'zod'
import type { ManagementContext } from './management-context.ts'
import { type Asked, type Shape, shape } from './operation.ts'

/** A page of rows as every list answers: `{<name>: rows, total, cursor}`. */
export const pageView = (name: string, key: string, row: Shape): Shape =>
  shape(
    name,
    z.strictObject({
      [key]: z.array(row.schema),
      total: z.int().describe('On all pages.'),
      cursor: z.string().nullable().describe('Asks for the next page; null on the last.'),
    }),
  )

/** The body of such a page. */
export const showPage = <Row>(
  key: string,
  { rows, total, cursor }: Page<Row>,
  show: (row: Row) => object,
): object => ({
  [key]: rows.map(show),
  total,
  cursor,
})

/** The workflow that a path names, as the team that asks has it. */
export const askedWorkflow = (
  { library }: ManagementContext,
  { teamId, param }: Asked<unknown, unknown>,
): DefinitionRecord => readDefinition(library, teamId, param('id'))

/** The same, to be changed. */
export const askedEditable = (
  { library }: ManagementContext,
  { teamId, param }: Asked<unknown, unknown>,
): DefinitionRecord => readEditable(library, teamId, param('id'))
