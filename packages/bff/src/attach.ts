import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { upgradeToHub } from './hub.ts'
import { errorFields } from './log.ts'
import { answerProblem, forwardOnNode } from './node-forward.ts'
import { type BffParts, partsOf } from './parts.ts'
import { checkRawRequest } from './raw-request.ts'
import { isForwarded } from './route.ts'

/** A BFF on a Node server. */
export interface AttachedBff {
  /** Ends open streams and sockets, and each that opens later; calls in flight go on. */
  readonly endStreams: () => void
  /** Takes the BFF off the server, ends what is open and closes the session store. */
  readonly close: () => Promise<void>
}

/** Ends streams whose session another process has ended. */
const sweep = async (parts: BffParts): Promise<void> => {
  for (const holder of parts.streams.holders()) {
    const isStanding = await parts.credentials.stands(holder).catch((error: unknown) => {
      parts.log.warn(
        { event: 'session-check-failed', ...errorFields(error) },
        'a session could not be checked',
      )
      return true
    })
    if (!isStanding) parts.streams.endAllOf(holder)
  }
}

/**
 * Carries a `createBff` app on a node:http(s) server: control routes through Hono, streams and WebSockets on Node's
 * own sockets. Throws `not-a-bff` for another app.
 */
export const attachBff = (server: Server, app: Hono): AttachedBff => {
  const parts = partsOf(app)
  const listen = getRequestListener(app.fetch, { overrideGlobalObjects: false })

  const handleRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const strange = checkRawRequest(request)
    if (strange) answerProblem(parts, response, strange)
    else if (isForwarded(request.url ?? '/')) void forwardOnNode(parts, request, response)
    else void listen(request, response)
  }
  const handleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    void upgradeToHub(parts, request, socket, head)
  }
  server.on('request', handleRequest)
  server.on('upgrade', handleUpgrade)
  const timer = setInterval(() => void sweep(parts), parts.settings.timings.sessionCheck)
  timer.unref()

  return {
    endStreams: () => parts.streams.endAll(),
    close: async () => {
      clearInterval(timer)
      server.off('request', handleRequest).off('upgrade', handleUpgrade)
      parts.streams.endAll()
      await parts.oauth?.store.close()
    },
  }
}
