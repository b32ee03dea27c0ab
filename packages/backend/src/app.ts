import { MAX_FILE_BYTES } from '@threadwork/headless/wire'
import { Hono, type Next } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { scenarios } from './agent/choose-scenario.ts'
import type { AssembledAutomation } from './assemble-automation.ts'
import type { User } from './config.ts'
import type { BackendContext } from './context.ts'
import type { Hub } from './hub/create-hub.ts'
import { HttpProblem, answerProblem } from './problem.ts'
import { approvalRoutes } from './routes/approvals.ts'
import { connectionRoutes } from './routes/connections.ts'
import { consentRoutes } from './routes/consent.ts'
import { conversationRoutes } from './routes/conversations.ts'
import { eventRoutes } from './routes/events.ts'
import { messageRoutes } from './routes/messages.ts'
import { hookRoutes } from './routes/hooks.ts'
import { managementNouns, managementRoutes, referenceRoutes } from './routes/management/management-routes.ts'
import type { RouteContext, RouteEnv, Routes } from './routes/route.ts'
import { runRoutes } from './routes/runs.ts'
import { skillOutputRoutes } from './routes/skill-output.ts'
import { uploadRoutes } from './routes/uploads.ts'
import { workflowRoutes } from './routes/workflows.ts'
import { showManagement } from './show-management.ts'

/** What stands around the routes. */
export interface AppOptions {
  readonly authenticate: (request: Request) => User | null | Promise<User | null>
  /** Whether the backend is going down: new work is refused with 503. */
  readonly isDraining: () => boolean
  readonly hub: Pick<Hub, 'path' | 'fetch'>
  readonly workflows: AssembledAutomation
}

const tooLarge = (): never => {
  throw new HttpProblem(
    413,
    'The body is larger than what is taken: 256 KB, 4 MB for a workflow or a document, 20 MB for a file. Send less.',
  )
}
// Far above any message.
const limitBody = bodyLimit({ maxSize: 256 * 1024, onError: tooLarge })
// A workflow comes with its versions, and a document with its text.
const limitDocument = bodyLimit({ maxSize: 4 * 1024 * 1024, onError: tooLarge })
// The boundaries and headers of the parts come on top of the file.
const limitUpload = bodyLimit({ maxSize: MAX_FILE_BYTES + 64 * 1024, onError: tooLarge })
const limitFor = (path: string): typeof limitBody => {
  if (path.endsWith('/upload')) return limitUpload
  return /^(?:\/api)?\/(?:workflows|documents)(?:\/|$)/.test(path) ? limitDocument : limitBody
}
const safeRequestId = /^[\w.:-]{1,128}$/

/** Every route of a backend, the Headless API at both of its prefixes. */
export function createApp(context: BackendContext, options: AppOptions): Routes {
  const headless = headlessRoutes(context)
  const app: Routes = new Hono<RouteEnv>()
  app.onError((error, c) => answerProblem(error, c, context.reportDefect))
  app.notFound((c) =>
    answerProblem(new HttpProblem(404, 'There is nothing at this address.'), c, context.reportDefect),
  )
  app.use(async (c, next) => {
    const given = c.req.header('X-Request-Id')
    const requestId = given !== undefined && safeRequestId.test(given) ? given : context.makeId('req')
    c.set('requestId', requestId)
    await next()
    c.res.headers.set('X-Request-Id', requestId)
  })
  app.use(async (c, next) => {
    const refused = await context.faults.intercept?.(c.req.raw)
    if (refused) return refused
    if (options.isDraining()) throw new HttpProblem(503, 'The server is going down. Try again in a moment.')
    return next()
  })
  app.get('/health', (c) => c.json({ status: 'ok' }))
  app.all(`${options.hub.path}/*`, async (c) => (await options.hub.fetch(c.req.raw)) ?? c.notFound())
  app.all(options.hub.path, async (c) => (await options.hub.fetch(c.req.raw)) ?? c.notFound())
  app.use('/dev/*', limitBody)
  app.route('/', consentRoutes(context))
  const signedIn = async (c: RouteContext, next: Next): Promise<Response | void> => {
    const user = await options.authenticate(c.req.raw)
    if (!user) throw new HttpProblem(401, 'Nobody is signed in, or the sign-in has expired. Sign in again.')
    c.set('user', user)
    return limitFor(c.req.path)(c, next)
  }
  mountWorkflows(app, context, options, signedIn)
  app.get('/api/chat/scenarios', (c) => c.json({ scenarios }))
  app.route('/api/chat', skillOutputRoutes(context))
  app.route('/api/chat', workflowRoutes(context))
  app.route('/api/chat', headless)
  app.route('/api/v1/genies/:genie/chat', headless)
  return app
}

type SignedIn = (c: RouteContext, next: Next) => Promise<Response | void>

/** The workflow API at the root, where the seeds print it, and under `/api`; its hooks and its reference for everybody. */
function mountWorkflows(
  app: Routes,
  context: BackendContext,
  { workflows }: AppOptions,
  signedIn: SignedIn,
): void {
  const management = showManagement(context, workflows)
  const routes = managementRoutes(management)
  const reference = referenceRoutes(management, () => context.makeId('nonce'))
  for (const prefix of ['', '/api']) {
    app.use(`${prefix}/hooks/*`, limitBody)
    app.route(`${prefix}/`, hookRoutes(workflows.hooks))
    app.route(`${prefix}/`, reference)
  }
  for (const noun of managementNouns(management)) {
    app.use(`/${noun}`, signedIn)
    app.use(`/${noun}/*`, signedIn)
  }
  app.use('/api/*', signedIn)
  // Schedules may have changed by what was asked.
  const wake = async (c: RouteContext, next: Next): Promise<void> => {
    await next()
    if (c.req.method !== 'GET') workflows.scheduler.wake()
  }
  for (const prefix of ['', '/api']) {
    for (const noun of managementNouns(management)) {
      app.use(`${prefix}/${noun}`, wake)
      app.use(`${prefix}/${noun}/*`, wake)
    }
    app.route(`${prefix}/`, routes)
  }
}

function headlessRoutes(context: BackendContext): Routes {
  return (
    new Hono<RouteEnv>()
      // Before `/conversations/:id`, which would take “events” for an id.
      .route('/', eventRoutes(context))
      .route('/', conversationRoutes(context))
      .route('/', messageRoutes(context))
      .route('/', runRoutes(context))
      .route('/', approvalRoutes(context))
      .route('/', connectionRoutes(context))
      .route('/', uploadRoutes(context))
  )
}
