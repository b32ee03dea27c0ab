import { connect, createServer, type Server, type Socket } from 'node:net'
import {
  HttpTransportType,
  type HubConnection,
  HubConnectionBuilder,
  JsonHubProtocol,
} from '@microsoft/signalr'
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHub, type Hub } from './create-hub.ts'
import { serveHub, type ServedHub } from './serve-hub.ts'

describe.each(['json', 'messagepack'] as const)('stateful reconnect in %s', (protocol) => {
  let hub: Hub
  let served: ServedHub
  let line: Line
  let connection: HubConnection
  let received: number[]
  let heard: number[]
  let reconnects: number

  beforeEach(async () => {
    received = []
    heard = []
    reconnects = 0
    hub = createHub({
      ackMs: 20,
      methods: {
        take: (number: number) => void received.push(number),
        whoAmI() {
          return this.connectionId
        },
        async *count(to: number) {
          for (let index = 1; index <= to; index += 1) {
            yield index
            await new Promise((resolve) => setTimeout(resolve, 1))
          }
        },
      },
    })
    served = await serveHub(hub)
    line = await openLine(served.port)
    const options = { transport: HttpTransportType.WebSockets, WebSocket: globalThis.WebSocket }
    connection = new HubConnectionBuilder()
      .withUrl(`http://127.0.0.1:${line.port}${hub.path}`, options)
      .withHubProtocol(protocol === 'json' ? new JsonHubProtocol() : new MessagePackHubProtocol())
      .withStatefulReconnect()
      .withAutomaticReconnect([0])
      .configureLogging({ log: () => {} })
      .build()
    connection.on('number', (number) => heard.push(number))
    connection.onreconnecting(() => (reconnects += 1))
    await connection.start()
  })

  afterEach(async () => {
    await connection.stop()
    line.close()
    await served.close()
  })

  it('replays what was lost on the way, exactly once and in order', async () => {
    const before = await connection.invoke<string>('whoAmI')

    for (let round = 0; round < 6; round += 1) {
      hub.all.send('number', round * 3)
      line.swallow()
      hub.all.send('number', round * 3 + 1)
      const sent = connection.send('take', round)
      line.cut()
      hub.all.send('number', round * 3 + 2)
      await sent
      await expect.poll(() => heard.length, { timeout: 10_000 }).toBe((round + 1) * 3)
      await expect.poll(() => received.length, { timeout: 10_000 }).toBe(round + 1)
    }

    expect(heard).toEqual(Array.from({ length: 18 }, (_, index) => index))
    expect(received).toEqual([0, 1, 2, 3, 4, 5])
    expect(await connection.invoke('whoAmI')).toBe(before)
    expect(reconnects).toBe(0)
  })

  it('carries a stream across a broken socket', async () => {
    const items: number[] = []
    const done = new Promise<void>((resolve, reject) => {
      connection.stream<number>('count', 60).subscribe({
        next: (item) => {
          items.push(item)
          if (item % 20 === 0) line.cut()
        },
        error: reject,
        complete: resolve,
      })
    })

    await done

    expect(items).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
    expect(reconnects).toBe(0)
  })

  it('forgets what is acknowledged and goes on', async () => {
    for (let index = 0; index < 200; index += 1) hub.all.send('number', index)
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(200)
    // The client acknowledges after a second; the server must then start its Sequence behind that.
    await new Promise((resolve) => setTimeout(resolve, 1_100))

    line.cut()
    hub.all.send('number', 200)

    await expect.poll(() => heard.at(-1), { timeout: 10_000 }).toBe(200)
    expect(heard).toEqual(Array.from({ length: 201 }, (_, index) => index))
  })

  it('starts a new connection when the server let the old one go', async () => {
    const before = await connection.invoke<string>('whoAmI')
    const reconnected = new Promise<string | undefined>((resolve) => connection.onreconnected(resolve))

    hub.close({ allowReconnect: true })

    const after = await reconnected
    expect(after).not.toBe(before)
    expect(await connection.invoke('whoAmI')).toBe(after)
  })
})

interface Line {
  readonly port: number
  /** Loses from now on what the server sends, until the line is cut. */
  swallow(): void
  /** Breaks every socket without a goodbye. */
  cut(): void
  close(): void
}

/** A TCP line to a port of this machine that can be broken. */
async function openLine(target: number): Promise<Line> {
  const pairs = new Set<{ readonly near: Socket; readonly far: Socket }>()
  const server: Server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    const pair = { near, far }
    pairs.add(pair)
    const end = () => {
      pairs.delete(pair)
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) socket.on('error', end).on('close', end)
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const cut = () => {
    for (const { near, far } of pairs) {
      near.destroy()
      far.destroy()
    }
  }
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    swallow() {
      for (const { near, far } of pairs) {
        far.unpipe(near)
        far.resume()
      }
    },
    cut,
    close() {
      server.close()
      cut()
    },
  }
}
