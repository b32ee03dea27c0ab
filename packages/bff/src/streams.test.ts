import { expect, test } from 'vitest'
import { seedOfRun } from './fixtures/gate/draw.ts'
import { tellFigure } from './fixtures/gate/figure.ts'
import { startNaiveProxy } from './fixtures/gate/naive-proxy.ts'
import { runAborts, runDelivery, runDrain, runStalled, startStreamBff } from './fixtures/gate/streams.ts'
import { startStreamSource } from './fixtures/gate/stream-source.ts'

const seed = seedOfRun()
// A process of its own beside whatever the machine does; what is timed is told and not judged.
const patience = 240_000

test(
  'brings every event of many streams, closes those that are left, and loses no post to SIGTERM',
  async () => {
    const bff = await startStreamBff()

    const delivered = await runDelivery(bff, 300, seed)
    const left = await runAborts(bff, { count: 50, limit: 30_000, seed })
    const { figure: drained, seconds } = await runDrain(bff, { streams: 50, posts: 40, seed })

    console.log(tellFigure(delivered))
    console.log(
      `${tellFigure(left.figure)}; median ${left.median.toFixed(0)} ms, worst ${left.worst.toFixed(0)} ms`,
    )
    console.log(`${tellFigure(drained)}; ${seconds.toFixed(1)} s`)
    expect(delivered).toMatchObject({ failed: 0, worst: '' })
    expect(left.figure).toMatchObject({ failed: 0, worst: '' })
    expect(drained).toMatchObject({ failed: 0, worst: '' })
    await bff.source.close()
  },
  patience,
)

test(
  'holds the backend back while readers have stopped',
  async () => {
    const bff = await startStreamBff()

    const { written, grown } = await runStalled(bff, 20)

    console.log(`20 stalled readers: ${written} kB were written, ${grown} kB more in memory`)
    expect(written).not.toBeNull()
    await bff.close()
  },
  patience,
)

test(
  'finds a proxy that leaves the backend open behind browsers that left',
  async () => {
    const source = await startStreamSource()
    const proxy = await startNaiveProxy('planted-token', source.port)

    const { figure } = await runAborts({ port: proxy.port, source }, { count: 10, limit: 500, seed })

    expect(figure.failed).toBe(10)
    await proxy.close()
    await source.close()
  },
  patience,
)
