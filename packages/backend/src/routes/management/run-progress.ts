import type { JsonObject } from '@threadwork/engine'
import { formSecretsOf } from '../../runs/form-secrets.ts'
import type { RunRecord } from '../../store/run-records.ts'
import type { ManagementContext } from './management-context.ts'
import { masked } from './masked.ts'
import type { Asked } from './operation.ts'
import { type ProgressLine, isSettled, watchProgress } from './progress-lines.ts'
import { dialectOfRun } from './run-access.ts'
import { showRun } from './views/run-view.ts'

const encoder = new TextEncoder()

/** Tells a run's progress as server-sent events until the run is settled. A slow reader never holds the run up. */
export function streamProgress(
  context: ManagementContext,
  { c, teamId }: Asked<unknown, unknown>,
  record: RunRecord,
): Response {
  // A browser's EventSource comes back until it is told that there is nothing more.
  if (isSettled(record) && Number(c.req.header('Last-Event-ID') ?? -1) >= record.run.seq)
    return c.body(null, 204)
  const lines = watchProgress(context, record)
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const line = await lines.next()
        if (line === null) return
        controller.enqueue(encoder.encode(await writeLine(context, teamId, line)))
        if (line.type !== 'run' || !line.isLast) return
        lines.end()
        controller.close()
      },
      cancel: () => lines.end(),
    },
    { highWaterMark: 0 },
  )
  return c.body(stream, 200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  })
}

/** One event in a single data line, so that no value can end it; its id is the number of the run's newest event. */
async function writeLine(context: ManagementContext, teamId: string, line: ProgressLine): Promise<string> {
  if (line.type === 'ping') return ': still there\n\n'
  if (line.type === 'event') {
    const event = formSecretsOf(line.record.run).json(line.event as unknown as JsonObject)
    const data = JSON.stringify(await masked(context, teamId, event))
    return `event: ${line.event.type}\nid: ${line.event.seq}\ndata: ${data}\n\n`
  }
  const body = showRun(dialectOfRun(context.library, line.record), line.record)
  return `event: run\nid: ${line.record.run.seq}\ndata: ${JSON.stringify(await masked(context, teamId, body))}\n\n`
}
