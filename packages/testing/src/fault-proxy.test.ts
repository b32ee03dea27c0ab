import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Fault } from './fault.ts'
import { faultProxy, type FaultProxy } from './fault-proxy.ts'

// The server sends this to whoever connects, and notes what it hears.
const greeting = '0123456789abcdef'
let server: Server
let proxy: FaultProxy
let heardUp: string
let sockets: Socket[]

beforeEach(async () => {
  heardUp = ''
  sockets = []
  server = createServer((socket) => {
    sockets.push(socket)
    socket.on('data', (chunk: Buffer) => (heardUp += chunk.toString()))
    socket.on('error', () => undefined)
    socket.write(greeting)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  proxy = await faultProxy({ target: { port: (server.address() as AddressInfo).port } }) // it listens on TCP
})

afterEach(async () => {
  await proxy.close()
  for (const socket of sockets) socket.destroy()
  await new Promise<void>((done) => server.close(() => done()))
})

interface Visit {
  readonly socket: Socket
  readonly chunks: string[]
  readonly text: () => string
  readonly end: Promise<string>
}

const visit = (faults: readonly Fault[]): Visit => {
  proxy.faults = faults
  const socket = connect({ port: proxy.port, host: '127.0.0.1' })
  const chunks: string[] = []
  socket.on('data', (chunk: Buffer) => void chunks.push(chunk.toString()))
  const end = new Promise<string>((done) => {
    socket.once('end', () => done('end'))
    socket.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'error'))
  })
  sockets.push(socket)
  return { socket, chunks, text: () => chunks.join(''), end }
}

const until = async (isTrue: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 400 && !isTrue(); tries += 1) await new Promise((done) => setTimeout(done, 5))
  expect(isTrue()).toBe(true)
}

const quiet = (): Promise<void> => new Promise((done) => setTimeout(done, 60))

describe('faultProxy', () => {
  it('carries bytes both ways when nothing is wrong, and counts them', async () => {
    const { socket, text } = visit([])
    await until(() => text() === greeting)

    socket.write('hello')
    await until(() => heardUp === 'hello')

    expect(proxy.connections[0]?.bytes).toEqual({ up: 5, down: 16 })
    expect(proxy.connections[0]?.isOpen).toBe(true)
  })

  it('passes on a clean end', async () => {
    const { end, text } = visit([])
    await until(() => text() === greeting)

    sockets.find((socket) => socket.localPort === (server.address() as AddressInfo).port)?.end()

    expect(await end).toBe('end')
  })

  it.each([0, 1, 7, 16])('cuts cleanly at byte %i', async (byte) => {
    const { end, text } = visit([{ type: 'cut', at: { byte } }])

    expect(await end).toBe('end')
    expect(text()).toBe(greeting.slice(0, byte))
  })

  it('resets the connection', async () => {
    const { end } = visit([{ type: 'reset', at: { byte: 3 } }])

    expect(await end).toBe('ECONNRESET')
  })

  it('leaves a half-open connection that nothing passes and nobody ends', async () => {
    const { socket, text } = visit([{ type: 'half-open', at: { byte: 4 } }])
    await until(() => text() === '0123')

    socket.write('anyone?')
    await quiet()

    expect(text()).toBe('0123')
    expect(heardUp).toBe('')
    expect(proxy.connections[0]?.isOpen).toBe(true)
  })

  it('stalls until the faults are set anew, and loses nothing', async () => {
    const { text } = visit([{ type: 'stall', at: { byte: 5 } }])
    await until(() => text() === '01234')
    await quiet()
    const whileStalled = text()

    proxy.faults = []
    await until(() => text() === greeting)

    expect(whileStalled).toBe('01234')
  })

  it('stalls for a time', async () => {
    const { text } = visit([{ type: 'stall', at: { byte: 5 }, ms: 20 }])

    await until(() => text() === greeting)
  })

  it('delays without changing anything', async () => {
    const { text } = visit([{ type: 'delay', ms: 20 }])
    await until(() => text() === greeting)

    expect(text()).toBe(greeting)
  })

  it('splits a chunk at a byte', async () => {
    const { chunks, text } = visit([{ type: 'split', at: { byte: 6 } }])
    await until(() => text() === greeting)

    expect(chunks).toEqual(['012345', '6789abcdef'])
  })

  it('dribbles', async () => {
    const { chunks, text } = visit([{ type: 'dribble', at: { byte: 8 }, bytes: 2, ms: 3 }])
    await until(() => text() === greeting)

    expect(chunks.length).toBeGreaterThan(2)
  })

  it('duplicates bytes', async () => {
    const { text } = visit([{ type: 'duplicate', at: { byte: 2 }, bytes: 3 }])

    await until(() => text() === '0123423456789abcdef')
  })

  it('strikes what the client sends, where it is told to', async () => {
    const { socket } = visit([{ type: 'duplicate', direction: 'up', at: { byte: 1 }, bytes: 2 }])

    socket.write('abcd')

    await until(() => heardUp === 'abcbcd')
  })

  it('strikes at a time, and only the connection that it is for', async () => {
    const first = visit([{ type: 'cut', at: { ms: 20 }, connection: 2 }])
    await until(() => first.text() === greeting)
    const second = visit([...proxy.faults])

    expect(await second.end).toBe('end')
    expect(first.socket.destroyed).toBe(false)
  })

  it('strikes by hand', async () => {
    const { end, text } = visit([])
    await until(() => text() === greeting)

    proxy.connections[0]?.strike({ type: 'cut' })

    expect(await end).toBe('end')
  })
})
