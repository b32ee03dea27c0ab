import { HttpTransportType, HubConnectionBuilder, JsonHubProtocol, Subject } from '@microsoft/signalr'
import type { HubConnection } from '@microsoft/signalr'
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHub, type Hub } from './create-hub.ts'
import { HubError } from './hub-error.ts'
import { serveHub, type ServedHub } from './serve-hub.ts'

const combinations = [
  { transport: 'WebSockets', protocol: 'json' },
  { transport: 'WebSockets', protocol: 'messagepack' },
  { transport: 'ServerSentEvents', protocol: 'json' },
  { transport: 'LongPolling', protocol: 'json' },
  { transport: 'LongPolling', protocol: 'messagepack' },
] as const

describe.each(combinations)('a hub over $transport in $protocol', ({ transport, protocol }) => {
  let hub: Hub
  let served: ServedHub
  let connection: HubConnection
  let departures: string[]
  let failures: unknown[]
  let endless: AbortSignal | undefined

  const connect = () => {
    // Held in a constant, because the client's types hide its WebSocket option.
    const options = { transport: HttpTransportType[transport], WebSocket: globalThis.WebSocket }
    return new HubConnectionBuilder()
      .withUrl(served.url, options)
      .withHubProtocol(protocol === 'json' ? new JsonHubProtocol() : new MessagePackHubProtocol())
      .configureLogging({ log: () => {} })
      .build()
  }

  beforeEach(async () => {
    departures = []
    failures = []
    endless = undefined
    hub = createHub({
      maxQueuedBytes: 1_000_000,
      onDisconnected: ({ connectionId }) => departures.push(connectionId),
      onError: (error) => failures.push(error),
      methods: {
        add: (a: number, b: number) => a + b,
        echo: async (value: unknown) => value,
        nothing: () => {},
        refuse: () => {
          throw new HubError('The step is over.')
        },
        crash: () => {
          throw new Error('secret of the server')
        },
        tellAll(text: string) {
          hub.all.send('told', text)
        },
        join(name: string) {
          this.join(name)
        },
        leave(name: string) {
          this.leave(name)
        },
        whoAmI() {
          return this.connectionId
        },
        closeMe(allowReconnect: boolean) {
          this.close({ error: 'Bye.', allowReconnect })
        },
        async *count(to: number) {
          for (let index = 1; index <= to; index += 1) yield index
        },
        readable: () =>
          new ReadableStream({
            start(controller) {
              controller.enqueue('a')
              controller.enqueue('b')
              controller.close()
            },
          }),
        async *failing() {
          yield 1
          throw new HubError('The stream broke.')
        },
        async *endless() {
          endless = this.signal
          yield 'first'
          await new Promise((resolve) => this.signal.addEventListener('abort', resolve))
        },
        async sum(numbers: AsyncIterable<number>) {
          let total = 0
          for await (const number of numbers) total += number
          return total
        },
        async weigh(texts: AsyncIterable<string>) {
          let size = 0
          for await (const text of texts) {
            size += text.length
            await new Promise((resolve) => setTimeout(resolve, 10))
          }
          return size
        },
        async *double(factor: number, numbers: AsyncIterable<number>) {
          for await (const number of numbers) yield number * factor
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

  it('answers invocations with their results', async () => {
    const sent = { text: 'Grüße 🌍', list: [1, null, true], nested: { deep: [] } }

    const answers = await Promise.all([
      connection.invoke('Add', 2, 3),
      connection.invoke('echo', sent),
      connection.invoke('nothing'),
      connection.invoke('echo', null),
    ])

    expect(answers).toEqual([5, sent, undefined, null])
  })

  it('passes the message of a HubError and hides any other', async () => {
    const refused = connection.invoke('refuse')
    const crashed = connection.invoke('crash')
    const unknown = connection.invoke('toString')

    await expect(refused).rejects.toThrow('The step is over.')
    await expect(crashed).rejects.toThrow("An unexpected error occurred invoking 'crash' on the server.")
    await expect(unknown).rejects.toThrow("The hub has no method 'toString'.")
    expect(failures).toEqual([new Error('secret of the server')])
  })

  it('invokes client methods of all and of a group', async () => {
    const other = connect()
    await other.start()
    const heard: string[] = []
    connection.on('told', (text) => heard.push(`one: ${text}`))
    other.on('told', (text) => heard.push(`two: ${text}`))

    await connection.send('tellAll', 'everyone')
    await connection.invoke('join', 'room')
    hub.group('room').send('told', 'the room')
    await connection.invoke('leave', 'room')
    hub.group('room').send('told', 'nobody')
    await other.invoke('tellAll', 'the end')

    await expect
      .poll(() => heard.filter((text) => text.endsWith('the end')).length, { timeout: 10_000 })
      .toBe(2)
    expect(heard.filter((text) => text.startsWith('one'))).toEqual([
      'one: everyone',
      'one: the room',
      'one: the end',
    ])
    expect(heard.filter((text) => text.startsWith('two'))).toEqual(['two: everyone', 'two: the end'])
    await other.stop()
  })

  it('streams items, errors and web streams', async () => {
    const counted = await collect(connection.stream<number>('count', 300))
    const readable = await collect(connection.stream('readable'))
    const failing = collect(connection.stream('failing'))

    expect(counted).toEqual(Array.from({ length: 300 }, (_, index) => index + 1))
    expect(readable).toEqual(['a', 'b'])
    await expect(failing).rejects.toThrow('The stream broke.')
  })

  it('refuses a stream as a result, and a result as a stream', async () => {
    const invoked = connection.invoke('count', 3)
    const streamed = collect(connection.stream('add', 1, 2))

    await expect(invoked).rejects.toThrow("The method 'count' streams")
    await expect(streamed).rejects.toThrow("The method 'add' does not stream")
  })

  it('aborts the signal of a stream that the client cancels', async () => {
    const items: unknown[] = []
    const subscription = connection.stream('endless').subscribe({
      next: (item) => items.push(item),
      error: () => {},
      complete: () => {},
    })
    await expect.poll(() => items, { timeout: 10_000 }).toEqual(['first'])

    subscription.dispose()

    await expect.poll(() => endless?.aborted, { timeout: 10_000 }).toBe(true)
    expect(await connection.invoke('add', 1, 1)).toBe(2)
  })

  it('reads uploads while other invocations run', async () => {
    const numbers = new Subject<number>()
    const total = connection.invoke('sum', numbers)
    const factors = new Subject<number>()
    const doubled = collect(connection.stream<number>('double', 10, factors))

    for (const number of [1, 2, 3]) {
      numbers.next(number)
      factors.next(number)
    }
    const beside = await connection.invoke('add', 1, 1)
    numbers.complete()
    factors.complete()

    expect(beside).toBe(2)
    expect(await total).toBe(6)
    expect(await doubled).toEqual([10, 20, 30])
  })

  it('fails the method that reads an upload which the client fails', async () => {
    const numbers = new Subject<number>()
    const total = connection.invoke('sum', numbers)

    numbers.next(1)
    numbers.error(new Error('No more of these.'))

    await expect(total).rejects.toThrow('No more of these.')
  })

  it('tells the client why it closes', async () => {
    const closed = new Promise<Error | undefined>((resolve) => connection.onclose(resolve))

    connection.invoke('closeMe', false).catch(() => {})

    expect((await closed)?.message).toBe('Server returned an error on close: Bye.')
    expect(hub.connectionCount).toBe(0)
  })

  it('forgets a client that stops', async () => {
    const id = await connection.invoke<string>('whoAmI')
    await connection.invoke('join', 'room')
    const stream = collect(connection.stream('endless'))
    stream.catch(() => {})
    await expect.poll(() => endless?.aborted, { timeout: 10_000 }).toBe(false)

    await connection.stop()

    await expect.poll(() => departures, { timeout: 10_000 }).toEqual([id])
    expect(endless?.aborted).toBe(true)
    expect(hub.connectionCount).toBe(0)
  })

  it('holds back an upload that is read more slowly than it is sent', async () => {
    const chunks = new Subject<string>()
    const total = connection.invoke<number>('weigh', chunks)

    for (let index = 0; index < 60; index += 1) {
      chunks.next('x'.repeat(100_000))
      await new Promise((resolve) => setImmediate(resolve))
    }
    chunks.complete()

    expect(await total).toBe(6_000_000)
  })

  it('carries a large text whole', async () => {
    const large = 'ä€😀'.repeat(20_000)

    const echoed = await connection.invoke('echo', large)

    expect(echoed).toBe(large)
  })
})

function collect<T>(stream: {
  subscribe(s: { next(v: T): void; error(e: unknown): void; complete(): void }): unknown
}): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const items: T[] = []
    stream.subscribe({ next: (item) => items.push(item), error: reject, complete: () => resolve(items) })
  })
}
