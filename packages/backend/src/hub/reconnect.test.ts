import { HttpTransportType, type HubConnection, HubConnectionBuilder } from '@microsoft/signalr'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHub, type Hub } from './create-hub.ts'
import { serveHub, type ServedHub } from './serve-hub.ts'

const transports = [
  { transport: 'WebSockets', crowd: 300 },
  { transport: 'ServerSentEvents', crowd: 50 },
  { transport: 'LongPolling', crowd: 50 },
] as const

describe.each(transports)(
  'many clients, and those who come back, over $transport',
  ({ transport, crowd }) => {
    let hub: Hub
    let served: ServedHub
    let connection: HubConnection

    const connect = () => {
      const options = { transport: HttpTransportType[transport], WebSocket: globalThis.WebSocket }
      return new HubConnectionBuilder()
        .withUrl(served.url, options)
        .withAutomaticReconnect([0, 0, 0])
        .configureLogging({ log: () => {} })
        .build()
    }

    beforeEach(async () => {
      hub = createHub({
        keepAliveMs: 30,
        // A busy machine may take long to start a crowd.
        disconnectMs: 60_000,
        handshakeMs: 60_000,
        methods: {
          whoAmI() {
            return this.connectionId
          },
        },
      })
      served = await serveHub(hub)
      connection = connect()
      await connection.start()
    })

    afterEach(async () => {
      await connection.stop()
      await served.close()
    })

    it('gives a client that may come back a new connection', async () => {
      const before = await connection.invoke<string>('whoAmI')
      const reconnected = new Promise<string | undefined>((resolve) => connection.onreconnected(resolve))

      hub.connection(before).send('unheard')
      hub.close({ error: 'Restarting.', allowReconnect: true })

      const after = await reconnected
      expect(after).toBe(connection.connectionId)
      expect(after).not.toBe(before)
      expect(hub.connectionCount).toBe(1)
    })

    it('ends a client that may not come back', async () => {
      const closed = new Promise<Error | undefined>((resolve) => connection.onclose(resolve))
      let reconnects = 0
      connection.onreconnecting(() => (reconnects += 1))

      hub.close()

      await closed
      expect(reconnects).toBe(0)
      expect(hub.connectionCount).toBe(0)
    })

    it(`keeps ${crowd} clients apart`, async () => {
      const clients = Array.from({ length: crowd }, connect)
      let told = 0
      for (const client of clients) client.on('told', () => (told += 1))
      await Promise.all(clients.map((client) => client.start()))

      const ids = await Promise.all(clients.map((client) => client.invoke<string>('whoAmI')))
      hub.all.send('told')

      expect(new Set(ids).size).toBe(clients.length)
      await expect.poll(() => told, { timeout: 10_000 }).toBe(clients.length)
      await Promise.all(clients.map((client) => client.stop()))
      await expect.poll(() => hub.connectionCount, { timeout: 10_000 }).toBe(1)
    }, 60_000)
  },
)
