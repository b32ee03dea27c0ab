import type { ZodType } from 'zod'
import { judgeShape } from '../../library/judge-shape.ts'
import { refuseFields } from '../../library/refusal.ts'
import { HttpProblem } from '../../problem.ts'
import { type RouteContext, readBody } from '../route.ts'

/** A schema by the name that the document gives it. */
export interface Shape<Value = unknown> {
  readonly name: string
  readonly schema: ZodType<Value>
}

/** What an operation answers with under one status. */
export interface Reply {
  readonly description: string
  /** `null`: no body. */
  readonly shape: Shape | null
  /** Default `application/json`. */
  readonly mediaType?: string
}

/** A part of the API, in the order in which the reference shows them. */
export type Tag =
  | 'Workflows'
  | 'Versions'
  | 'Nodes and edges'
  | 'Execution'
  | 'Runs'
  | 'Schedules'
  | 'Conversations'
  | 'Global variables'
  | 'Settings'
  | 'Tools and knowledge'
  | 'Templates'
  | 'Development'

export type Method = 'get' | 'post' | 'patch' | 'delete'

/** A request after it was judged. */
export interface Asked<Query, Body> {
  readonly c: RouteContext
  /** The team whose data is read and written, and no other's. */
  readonly teamId: string
  readonly query: Query
  readonly body: Body
  /** A part of the path, by its name in it. */
  readonly param: (name: string) => string
}

/** One method at one path: how it is described, what it takes, and what it does. */
export interface Operation {
  readonly id: string
  readonly method: Method
  /** As Hono writes it: `/workflows/:id`. */
  readonly path: string
  readonly tag: Tag
  readonly summary: string
  readonly description: string
  readonly query: Shape | null
  readonly body: Shape | null
  /** Headers that mean something here. */
  readonly headers: Readonly<Record<string, string>>
  readonly replies: Readonly<Record<number, Reply>>
  answer(c: RouteContext): Promise<Response>
}

interface OperationPlan<Query, Body> extends Pick<
  Operation,
  'id' | 'method' | 'path' | 'tag' | 'summary' | 'replies'
> {
  readonly description?: string
  readonly query?: Shape<Query>
  readonly body?: Shape<Body>
  readonly headers?: Readonly<Record<string, string>>
  readonly handle: (asked: Asked<Query, Body>) => Response | Promise<Response>
}

/** Makes an operation, whose schemas judge every request before `handle` sees it. */
export function createOperation<Query = null, Body = null>(plan: OperationPlan<Query, Body>): Operation {
  const { query, body } = plan
  const answer = async (c: RouteContext): Promise<Response> =>
    plan.handle({
      c,
      teamId: c.var.user.teamId ?? c.var.user.userId,
      // Without a schema the type says `null`.
      query: query ? judgeQuery(query, c) : (null as Query),
      body: body ? await judgeBody(body, c) : (null as Body),
      param: (name) => c.req.param(name) ?? '',
    })
  return {
    description: '',
    headers: {},
    ...plan,
    query: query ?? null,
    body: body ?? null,
    answer,
  }
}

function judgeQuery<Query>({ schema }: Shape<Query>, c: RouteContext): Query {
  const judged = judgeShape(schema, c.req.query())
  if (judged.type === 'ok') return judged.value
  const [first] = judged.flaws
  const { message, members } = refuseFields(judged.flaws)
  throw new HttpProblem(400, first?.sentence ?? message, members)
}

async function judgeBody<Body>({ schema }: Shape<Body>, c: RouteContext): Promise<Body> {
  const judged = judgeShape(schema, { ...(await readBody(c)) })
  if (judged.type === 'ok') return judged.value
  throw refuseFields(judged.flaws)
}

/** A schema under a name. */
export const shape = <Value>(name: string, schema: ZodType<Value>): Shape<Value> => ({ name, schema })

/** A reply with a body. */
export const reply = (description: string, body: Shape): Reply => ({ description, shape: body })

/** A reply without one. */
export const emptyReply = (description: string): Reply => ({ description, shape: null })
