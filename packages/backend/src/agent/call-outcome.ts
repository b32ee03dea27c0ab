import { isOver, type Json, type JsonObject, type Run } from '@threadwork/engine'
import { type BackendContext, isoTime } from '../context.ts'
import type { ModelMessage } from '../models/model.ts'
import { withoutFormSecrets } from '../runs/form-secrets.ts'
import type { Mask } from '../secrets/mask.ts'
import type { AgentMemory, BegunCall } from './agent-memory.ts'

/** What the memory of a turn is once the runs of its calls are told in it, with no secret in them. */
export function withOutcomes(
  context: BackendContext,
  memory: AgentMemory,
  { conversationId, mask }: { readonly conversationId: string; readonly mask: Mask },
): AgentMemory {
  const outcomes = memory.calls.map(({ call, runId, refusal }): ModelMessage => ({
    role: 'tool',
    callId: call.callId,
    name: call.name,
    output: mask.json(outcomeOf(context, conversationId, { runId, refusal })),
  }))
  const told = memory.calls.flatMap(({ runId }) => runId ?? [])
  return {
    ...memory,
    messages: [...memory.messages, ...outcomes],
    calls: [],
    toldRuns: [...memory.toldRuns, ...told],
  }
}

function outcomeOf(
  context: BackendContext,
  conversationId: string,
  { runId, refusal }: Pick<BegunCall, 'runId' | 'refusal'>,
): JsonObject {
  const run = runId === null ? null : (context.store.get('runs', runId)?.run ?? null)
  if (!run) return { status: 'failed', error: refusal ?? 'This run is not there any more.' }
  const said = context.store
    .list('messages', conversationId)
    .filter(({ saidBy }) => saidBy === run.id)
    .map(({ content }) => content)
  return tellOutcome(withoutFormSecrets(run), said)
}

// What a run said, set and made, and what the person answered in it: the outputs of forms, approvals and connections.
function tellOutcome(run: Run, said: readonly string[]): JsonObject {
  const { status, error, variables, steps } = run
  const outputs = steps.flatMap(({ id, output }) =>
    output === null ? [] : [[id, shortened(output)] as const],
  )
  const wakesAt = isOver(run) ? null : (steps.findLast((step) => step.status === 'sleeping')?.wakesAt ?? null)
  return {
    status,
    ...(error === null ? {} : { error }),
    ...(wakesAt === null ? {} : { goesOnAt: isoTime(wakesAt) }),
    saidToThePerson: said,
    variables: shortened(variables),
    outputs: Object.fromEntries(outputs),
  }
}

const longestPart = 4_000

// A model reads a page of an answer, not a book of it.
function shortened(value: Json): Json {
  const text = JSON.stringify(value)
  return text.length <= longestPart ? value : `${text.slice(0, longestPart)}… (cut off)`
}
