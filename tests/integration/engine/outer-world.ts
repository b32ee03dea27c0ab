/** A request that a workflow sent to somebody else. */
export interface Heard {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Everybody else: the servers under `example.com` that workflows call. The same for every world, and always reachable. */
export interface OuterWorld {
  answer(request: Request): Promise<Response>
  readonly heard: readonly Heard[]
}

const json = (body: object, status = 200): Response => Response.json(body, { status })

/** Starts it with nothing heard. */
export const createOuterWorld = (): OuterWorld => {
  const heard: Heard[] = []
  return {
    heard,
    answer: async (request) => {
      const { method, url } = request
      const body = await request.text()
      const all = { method, url, headers: Object.fromEntries(request.headers), body }
      heard.push(all)
      return answerTo(all, heard.filter((each) => each.url === url).length)
    },
  }
}

/** `nth`: how often this address was asked, this time included. */
const answerTo = (asked: Heard, nth: number): Response => {
  const { host, pathname } = new URL(asked.url)
  switch (host) {
    case 'echo.example.com':
      return json({ path: pathname, authorization: asked.headers['authorization'] ?? null, body: asked.body })
    case 'broken.example.com':
      return json({ error: 'out of order' }, 503)
    case 'mended.example.com':
      return nth === 1 ? json({ error: 'not yet' }, 500) : json({ state: 'mended' })
    case 'orders.example.com':
      return json({ status: 'cancelled' })
    case 'records.example.com':
      return pathname.endsWith('/appointments')
        ? json({ starts_at: 'Tuesday at 9' }, 201)
        : json({ patients: [{ id: 'p7' }] })
    default:
      return json({})
  }
}
