import { MAX_FILE_BYTES } from '@threadwork/headless/wire'
import { Hono } from 'hono'
import type { BackendContext } from '../context.ts'
import { readConversation } from '../conversation.ts'
import { HttpProblem } from '../problem.ts'
import { type RouteContext, type RouteEnv, type Routes, answer } from './route.ts'

/** Files that go with a message. What is kept is what they are, not what is in them. */
export function uploadRoutes(context: BackendContext): Routes {
  return new Hono<RouteEnv>().post('/conversations/:id/upload', async (c) => {
    const conversation = readConversation(context, c.var.user, c.req.param('id'))
    const file = await readFile(c)
    const id = context.makeId('file')
    context.store.put('files', {
      id,
      parent: conversation.id,
      at: context.clock.now(),
      name: file.name.slice(0, 255),
      mediaType: file.type || 'application/octet-stream',
      bytes: file.size,
    })
    return answer(context, c, { file_id: id })
  })
}

async function readFile(c: RouteContext): Promise<File> {
  const form = await c.req.formData().catch((error: unknown) => {
    // The limit on the body says so by an error of its own.
    if (error instanceof HttpProblem) throw error
    return null
  })
  const file = form?.get('file')
  if (!(file instanceof File)) {
    throw new HttpProblem(400, 'There is no file: send it as multipart/form-data, in the part “file”.')
  }
  if (file.size > MAX_FILE_BYTES) {
    throw new HttpProblem(413, 'The file is larger than 20 MB, the most that is taken. Send a smaller one.')
  }
  return file
}
