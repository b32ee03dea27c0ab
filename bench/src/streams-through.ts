import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openMany, startStreamBff } from '../../packages/bff/src/fixtures/gate/streams.ts'
import {
  startStreamSource,
  type StreamSource,
  waitFor,
} from '../../packages/bff/src/fixtures/gate/stream-source.ts'
import { type Figure, figureOf } from './measure.ts'
import { ratioOf, type Section } from './section.ts'

const streams = Number(process.env['STREAMS'] ?? 1_000)
const eventsEach = 80
const warmEach = 20
const rounds = Number(process.env['ROUNDS'] ?? 3)
const event = `id: 1\nevent: agent.message\ndata: ${JSON.stringify({ message: 'x'.repeat(180) })}\n\n`

/** A proxy under measurement: a process between the readers and the source. */
interface Proxy {
  readonly port: number
  readonly pid: number
  readonly source: StreamSource
  close(): Promise<void>
}

const startBff = async (): Promise<Proxy> => {
  const bff = await startStreamBff()
  return { port: bff.port, source: bff.source, pid: bff.process.pid, close: () => bff.close() }
}

const startPipe = async (kind: 'tcp' | 'http'): Promise<Proxy> => {
  const source = await startStreamSource()
  const script = fileURLToPath(new URL('./streams/pipe-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, kind, String(source.port)])
  const [ready] = (await once(child.stdout, 'data')) as [Buffer]
  const port = Number(new URL(ready.toString().trim().replace('READY ', '')).port)
  const close = async (): Promise<void> => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    await source.close()
  }
  return { port, source, pid: child.pid ?? 0, close }
}

/** CPU seconds that a process has used, of user and system. */
const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  // Clock ticks, of which Linux tells a hundred a second.
  return (Number(fields[11]) + Number(fields[12])) / 100
}
const kilobytesOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN)

interface Cost {
  readonly seconds: number
  readonly kilobytes: number
}

const measureOnce = async (start: () => Promise<Proxy>): Promise<Cost> => {
  const proxy = await start()
  const { source, pid } = proxy
  // The first streams load what is loaded once.
  for (const { socket } of await openMany(proxy, 20, 'warm')) socket.destroy()
  await waitFor(() => source.open.size === 0, 10_000)
  const empty = kilobytesOf(pid)
  const readers = await openMany(proxy, streams)
  const full = kilobytesOf(pid)
  const heard = (count: number): boolean =>
    readers.every(({ socket }) => socket.bytesRead >= count * event.length)
  const say = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) {
      for (const response of source.open.values()) response.write(event)
      // Twenty a second each.
      await new Promise((resolve) => {
        setTimeout(resolve, 50)
      })
    }
  }
  // What opening has left behind is done before anything is counted.
  await say(warmEach)
  await waitFor(() => heard(warmEach), 60_000)
  const before = cpuOf(pid)
  await say(eventsEach)
  if (!(await waitFor(() => heard(warmEach + eventsEach), 60_000)))
    throw new Error('Not every event came through, so the figure would mean nothing.')
  const seconds = ((cpuOf(pid) - before) / (streams * eventsEach)) * 1_000_000
  for (const { socket } of readers) socket.destroy()
  await waitFor(() => source.open.size === 0, 20_000)
  await proxy.close()
  return { seconds, kilobytes: (full - empty) / streams }
}

const subjects = [
  ['a bare TCP pipe', () => startPipe('tcp')],
  ['node:http and pipe', () => startPipe('http')],
  ['this BFF', startBff],
] as const

/** S6: what it costs to carry streams, beside floors that carry them and do nothing else. */
export const streamsThrough: Section = {
  id: 's6',
  title: `The BFF as an SSE proxy (${streams} streams)`,
  async measure() {
    const costs = new Map<string, Cost[]>()
    for (let round = 0; round < rounds; round += 1)
      for (const [name, start] of subjects)
        costs.set(name, [...(costs.get(name) ?? []), await measureOnce(start)])
    const figuresOf = (unit: string, suffix: string, pick: (cost: Cost) => number): readonly Figure[] =>
      [...costs].map(([name, all]) => figureOf(`${name}${suffix}`, unit, all.map(pick)))
    const seconds = figuresOf('CPU seconds a million events', '', ({ seconds: value }) => value)
    const memory = figuresOf('kB a stream', ', memory', ({ kilobytes }) => kilobytes)
    const ours = memory.find(({ subject }) => subject === 'this BFF, memory')?.median ?? Number.NaN
    return {
      figures: [...seconds, ...memory],
      ratios: [
        {
          name: "the BFF's CPU to node:http's pipe",
          value: ratioOf(seconds, 'this BFF', 'node:http and pipe'),
          atMost: 0.8,
        },
        {
          name: "the BFF's CPU to a bare pipe",
          value: ratioOf(seconds, 'this BFF', 'a bare TCP pipe'),
          atMost: null,
        },
        { name: 'kB a stream to 60', value: ours / 60, atMost: 1 },
      ],
    }
  },
}
