import { BodyIntake } from './body-intake.ts'
import type { Connection } from './connection.ts'
import { type HttpChannel, type HttpChannelPorts, problem } from './http-channel.ts'
import { HttpOutbox } from './http-outbox.ts'
import type { HubData } from './protocol.ts'

/** Opens the stream that carries a connection's messages; its sends come as POSTs. */
export function openEventStream(
  connection: Connection,
  ports: HttpChannelPorts & { readonly signal: AbortSignal },
): { readonly channel: HttpChannel; readonly response: Response } {
  const outbox = new HttpOutbox()
  const socket = connection.attach(outbox, 'ServerSentEvents')
  const gone = () => {
    socket.closed()
    ports.removed()
  }
  ports.signal.addEventListener('abort', gone, { once: true })
  return {
    channel: {
      user: connection.identity.user,
      intake: new BodyIntake(socket, () => outbox.resumed()),
      poll: () => Promise.resolve(problem(409, 'The connection has its event stream already.')),
      end: () => problem(400, 'DELETE ends long polling only; close the event stream instead.'),
    },
    response: new Response(eventStream(outbox, gone), {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache, no-store',
        // Some proxies would hold the stream back otherwise.
        'x-accel-buffering': 'no',
      },
    }),
  }
}

function eventStream(outbox: HttpOutbox, gone: () => void): ReadableStream<Uint8Array<ArrayBuffer>> {
  const cancelled = new AbortController()
  const encoder = new TextEncoder()
  return new ReadableStream({
    start(controller) {
      // The client counts as connected when the first bytes come.
      controller.enqueue(encoder.encode(':\n\n'))
    },
    async pull(controller) {
      await outbox.available(cancelled.signal)
      const events = outbox.take().map(event).join('')
      if (events !== '') controller.enqueue(encoder.encode(events))
      if (!outbox.isFinished) return
      gone()
      controller.close()
    },
    cancel() {
      cancelled.abort()
      gone()
    },
  })
}

function event(data: HubData): string {
  // The handshake lets no binary protocol in, and JSON holds no line break.
  const text = typeof data === 'string' ? data : new TextDecoder().decode(data)
  return `data: ${text}\n\n`
}
