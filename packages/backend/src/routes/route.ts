import type { Context, Hono } from 'hono'
import type { User } from '../config.ts'
import type { BackendContext } from '../context.ts'
import { isRecord } from '../is-record.ts'
import { HttpProblem } from '../problem.ts'

/** What the first handlers found out about a request. */
export interface RouteEnv {
  readonly Variables: { readonly user: User; readonly requestId: string }
}

/** One noun's routes, ready to be mounted under a prefix. */
export type Routes = Hono<RouteEnv>
export type RouteContext = Context<RouteEnv>

type JsonObject = Readonly<Record<string, unknown>>

/** The text that a request carries. A 400 when the connection breaks before it is there: no defect of the server. */
export async function readBodyText(c: Context): Promise<string> {
  try {
    return await c.req.text()
  } catch (error) {
    // The limit on the body says so by an error of its own.
    if (error instanceof HttpProblem) throw error
    throw new HttpProblem(400, 'The body broke off before its end. Send the request again.')
  }
}

/** The JSON object that a request carries; an empty body counts as an empty object. A 400 otherwise. */
export async function readBody(c: RouteContext): Promise<JsonObject> {
  const text = await readBodyText(c)
  if (text.trim() === '') return {}
  let body: unknown = null
  try {
    body = JSON.parse(text)
  } catch {
    throw new HttpProblem(400, 'The body is not JSON. Send one JSON object, as application/json.')
  }
  if (!isRecord(body)) {
    throw new HttpProblem(400, 'The body is not a JSON object. Send one JSON object, as application/json.')
  }
  return Object.assign(Object.create(null), body)
}

/** A text that a body must have, of at most `longest` characters. A 422 that names the field otherwise. */
export function requireText(body: JsonObject, name: string, longest: number = 200): string {
  const value = body[name]
  if (typeof value !== 'string' || value.trim() === '') {
    throw invalid(name, `“${name}” is missing: it has to be a text.`)
  }
  if (value.length > longest) {
    throw invalid(name, `“${name}” has ${value.length} characters; ${longest} are the most that is taken.`)
  }
  return value
}

/** A text that a body may have; `null` without it. */
export const readText = (body: JsonObject, name: string, longest?: number): string | null =>
  body[name] === undefined || body[name] === null || body[name] === ''
    ? null
    : requireText(body, name, longest)

/** One of a few words. A 422 that lists them otherwise. */
export function requireWord<Word extends string>(
  body: JsonObject,
  name: string,
  words: readonly Word[],
): Word {
  const word = words.find((candidate) => candidate === body[name])
  if (word === undefined) throw invalid(name, `“${name}” has to be one of ${words.join(', ')}.`)
  return word
}

const invalid = (name: string, sentence: string): HttpProblem =>
  new HttpProblem(422, sentence, { errors: { [name]: [sentence] } })

/** The page size that a request asks for, 1 to 1,000; `usual` when it asks for none. */
export function readLimit(c: RouteContext, usual: number = 50): number {
  const text = c.req.query('limit')
  if (text === undefined) return usual
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1) {
    throw new HttpProblem(400, '“limit” has to be a whole number from 1 to 1000, for example limit=100.')
  }
  return Math.min(limit, 1000)
}

/** One page of `all` behind the item that `cursor` names, and the next page's cursor where there is one. */
export function pageOf<Item extends { readonly id: string }>(
  all: readonly Item[],
  limit: number,
  cursor: string | undefined,
): { readonly page: readonly Item[]; readonly cursor: string | null } {
  const start = cursor === undefined ? 0 : all.findIndex((item) => item.id === cursor) + 1
  if (cursor !== undefined && start === 0) {
    throw new HttpProblem(400, 'This cursor names nothing here. Read from the first page again.')
  }
  const page = all.slice(start, start + limit)
  return { page, cursor: start + limit < all.length ? (page.at(-1)?.id ?? null) : null }
}

/** Answers a read in the profile's form: bare, or wrapped as `{result}`. */
export const answer = (context: BackendContext, c: RouteContext, body: object): Response =>
  c.json(context.profile.body === 'result' ? { result: body } : body)
