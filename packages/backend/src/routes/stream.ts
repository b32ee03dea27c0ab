import type { BackendContext } from '../context.ts'
import type { RunLog } from '../run-log.ts'
import { openRunStream } from '../run-stream.ts'
import type { RouteContext } from './route.ts'

/** Answers with a run's events from `from` on, as they come. The run does not depend on the reader. */
export function streamRun(context: BackendContext, c: RouteContext, log: RunLog, from: number): Response {
  const { clock, pingMs, idleMs, faults } = context
  const bytes = openRunStream({ log, from, clock, pingMs, idleMs })
  return c.body(faults.stream?.(bytes, c.req.raw) ?? bytes, 200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  })
}
