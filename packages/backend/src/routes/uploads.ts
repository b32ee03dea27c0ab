import { MAX_FILE_BYTES } from '@threadwork/headless/wire'
import { Hono } from 'hono'
import type { BackendContext } from '../context.ts'
import { readConversation } from '../conversation.ts'
import { HttpProblem } from '../problem.ts'
import { type RouteContext, type RouteEnv, type Routes, answer } from './route.ts'

// Boundaries and part headers come on top of the file.
const envelopeBytes = 64 * 1024

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
  if (Number(c.req.header('Content-Length') ?? 0) > MAX_FILE_BYTES + envelopeBytes) throw tooLarge()
  const form = await c.req.formData().catch(() => null)
  const file = form?.get('file')
  if (!(file instanceof File)) {
    throw new HttpProblem(400, 'There is no file: send it as multipart/form-data, in the part “file”.')
  }
  if (file.size > MAX_FILE_BYTES) throw tooLarge()
  return file
}

const tooLarge = (): HttpProblem =>
  new HttpProblem(413, 'The file is larger than 20 MB, the most that is taken. Send a smaller one.')
