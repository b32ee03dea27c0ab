import { z } from 'zod'
import { isoTime } from '../../context.ts'
import { MAX_CONFIG, MAX_DESCRIPTION } from '../../library/graph-limits.ts'
import { jsonShape } from '../../library/graph-shape.ts'
import { pageList } from '../../library/page-list.ts'
import {
  changeVariable,
  createVariable,
  deleteVariable,
  listVariables,
  readVariable,
  shownValue,
} from '../../library/variables.ts'
import type { VariableRecord } from '../../store/library-records.ts'
import { pageView, showPage } from './answers.ts'
import type { ManagementContext } from './management-context.ts'
import { type Operation, createOperation, emptyReply, reply, shape } from './operation.ts'
import { pageFields, searchShape } from './request-shapes.ts'

const value = jsonShape.refine((given) => JSON.stringify(given).length <= MAX_CONFIG, {
  error: `A value of more than ${MAX_CONFIG} characters as JSON is not taken. Keep large texts in documents.`,
})
const facts = {
  description: z.string().max(MAX_DESCRIPTION).optional(),
  category: z.string().max(200).optional().describe('Prompts, Config, Credentials …'),
  is_secret: z.boolean().optional().describe('Whether its value is sealed, and shown to nobody.'),
  hosts: z
    .array(z.string().min(1).max(255))
    .max(50)
    .optional()
    .describe('Where a secret may be sent: api.example.com. Without one it is sent nowhere.'),
}
const variableView = shape(
  'GlobalVariable',
  z.strictObject({
    id: z.string(),
    name: z.string(),
    value: z.unknown().describe('A secret shows dots.'),
    description: z.string(),
    category: z.string(),
    is_secret: z.boolean(),
    hosts: z.array(z.string()),
    createdAt: z.string(),
    updatedAt: z.string(),
  }),
)

const show = (variable: VariableRecord): object => ({
  id: variable.name,
  name: variable.name,
  value: shownValue(variable),
  description: variable.description,
  category: variable.category,
  is_secret: variable.isSecret,
  hosts: variable.hosts,
  createdAt: isoTime(variable.at),
  updatedAt: isoTime(variable.updatedAt),
})

/** Fields as the library has them, without those that were left out. */
const given = ({ is_secret: isSecret, ...rest }: { readonly is_secret?: boolean | undefined }): object =>
  Object.fromEntries(Object.entries({ ...rest, isSecret }).filter(([, entry]) => entry !== undefined))

/** The team's key-value pairs; secrets are masked in every answer. */
export function variableOperations({ library }: ManagementContext): readonly Operation[] {
  return [
    createOperation({
      id: 'listGlobalVariables',
      method: 'get',
      path: '/global-variables',
      tag: 'Global variables',
      summary: 'List global variables',
      query: shape(
        'ListGlobalVariables',
        z.strictObject({
          category: z.string().max(200).optional(),
          search: searchShape.optional().describe('Only those whose name or description holds this.'),
          sort: z.enum(['name', 'category', 'updatedAt']).default('name'),
          order: z.enum(['asc', 'desc']).default('asc'),
          ...pageFields,
        }),
      ),
      replies: {
        200: reply('A page of variables.', pageView('GlobalVariablePage', 'variables', variableView)),
      },
      handle: ({ c, teamId, query: { category, search, sort, order, limit, cursor } }) => {
        const wanted = listVariables(library, teamId)
          .filter((variable) => category === undefined || variable.category === category)
          .filter((variable) => search === undefined || isFound(variable, search))
        const page = pageList(wanted, {
          sortBy: (variable) => variable[sort],
          direction: order,
          limit,
          cursor,
        })
        return c.json(showPage('variables', page, show))
      },
    }),
    createOperation({
      id: 'createGlobalVariable',
      method: 'post',
      path: '/global-variables',
      tag: 'Global variables',
      summary: 'Create a global variable',
      description:
        'Letters, digits and underscores, not beginning with a digit; now, date, time, year, month, day, hour, minute and workflow_invoke_count are reserved.',
      body: shape(
        'CreateGlobalVariable',
        z.strictObject({ name: z.string().min(1).max(200), value, ...facts }),
      ),
      replies: { 201: reply('The variable.', variableView) },
      handle: async ({ c, teamId, body: { name, ...fields } }) =>
        c.json(
          show(await createVariable(library, teamId, name, { value: fields.value, ...given(fields) })),
          201,
        ),
    }),
    createOperation({
      id: 'getGlobalVariable',
      method: 'get',
      path: '/global-variables/:name',
      tag: 'Global variables',
      summary: 'Read a global variable',
      replies: { 200: reply('The variable.', variableView) },
      handle: ({ c, teamId, param }) => c.json(show(readVariable(library, teamId, param('name')))),
    }),
    createOperation({
      id: 'updateGlobalVariable',
      method: 'patch',
      path: '/global-variables/:name',
      tag: 'Global variables',
      summary: 'Change a global variable',
      description: 'A secret becomes readable only together with a new value.',
      body: shape('UpdateGlobalVariable', z.strictObject({ value: value.optional(), ...facts })),
      replies: { 200: reply('The variable.', variableView) },
      handle: async ({ c, teamId, param, body }) =>
        c.json(
          show(await changeVariable(library, readVariable(library, teamId, param('name')), given(body))),
        ),
    }),
    createOperation({
      id: 'deleteGlobalVariable',
      method: 'delete',
      path: '/global-variables/:name',
      tag: 'Global variables',
      summary: 'Take a global variable away',
      replies: { 204: emptyReply('It is gone.') },
      handle: ({ c, teamId, param }) => {
        deleteVariable(library, readVariable(library, teamId, param('name')))
        return c.body(null, 204)
      },
    }),
  ]
}

const isFound = ({ name, description }: VariableRecord, search: string): boolean =>
  [name, description].some((text) => text.toLowerCase().includes(search.toLowerCase()))
