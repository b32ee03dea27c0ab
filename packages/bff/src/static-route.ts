import type { Context } from 'hono'
import { ProblemError, problems } from './problem.ts'
import type { StaticFile } from './static-file.ts'

type Files = (path: string) => Promise<StaticFile | null>

/** An address of the app itself has no extension; `/assets/gone.js` must not answer with a page. */
const isPage = (path: string, accept: string | undefined): boolean =>
  !/\.[^/]*$/.test(path) && (accept === undefined || /text\/html|\*\/\*/.test(accept))

const answer = (context: Context, file: StaticFile): Response => {
  const headers = { 'cache-control': file.cacheControl, etag: file.etag }
  if (context.req.header('if-none-match') === file.etag) return context.body(null, 304, headers)
  return context.body(file.body, 200, { ...headers, 'content-type': file.type })
}

/** Serves the built app from `root`, and its one page for every address of its own. */
export const createStaticRoute = (root: string): ((context: Context) => Promise<Response>) => {
  // Loaded on first use: a host without a file system simply names no folder.
  let loaded: Promise<Files> | null = null
  const files = async (): Promise<Files> =>
    (loaded ??= import('./static-file.ts').then((module) => module.createStaticFiles(root)))

  return async (context) => {
    const read = await files()
    const { path } = context.req
    const file =
      (await read(path)) ?? (isPage(path, context.req.header('accept')) ? await read('/index.html') : null)
    if (!file) throw new ProblemError(problems.notFound('Check the address: this app serves no such path.'))
    return answer(context, file)
  }
}
