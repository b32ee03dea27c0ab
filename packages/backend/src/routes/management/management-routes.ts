import { Hono } from 'hono'
import type { RouteEnv, Routes } from '../route.ts'
import type { ManagementContext } from './management-context.ts'
import { managementOperations } from './management-operations.ts'
import { mountOperations } from './mount-operations.ts'
import { describeApi } from './openapi/api-document.ts'
import { referencePage } from './reference/reference-page.ts'

/** The workflow API below no prefix, for somebody who is signed in. */
export const managementRoutes = (context: ManagementContext): Routes =>
  mountOperations(managementOperations(context))

/** The first words of its paths, which stand at the root as the seeds print them. */
export const managementNouns = (context: ManagementContext): readonly string[] => [
  ...new Set(managementOperations(context).map(({ path }) => path.split('/')[1] ?? '')),
]

/** The description of the API and its reference, for everybody. `makeNonce` gives what nobody can guess. */
export function referenceRoutes(context: ManagementContext, makeNonce: () => string): Routes {
  const api = describeApi(managementOperations(context))
  return new Hono<RouteEnv>()
    .get('/openapi.json', (c) => c.json(api))
    .get('/reference', (c) => {
      const nonce = makeNonce()
      c.header(
        'Content-Security-Policy',
        `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      )
      return c.html(referencePage(api, nonce))
    })
}
