import type { Json, Stage } from './stage.ts'

/** A node as a request has it; its name is its id. */
export const node = (id: string, type: string, config: object = {}): object => ({
  id,
  type,
  name: id,
  config,
})

/** An edge; direct when nothing else is said. */
export const edge = (source: string, target: string, more: object = {}): object => ({
  id: `${source}-${target}`,
  source,
  target,
  type: 'direct',
  ...more,
})

/** A node that is started by hand. */
export const byHand: object = node('start', 'manual')

/** A node that says something. */
export const say = (id: string, text: string): object => node(id, 'send-message', { text })

interface Plan {
  readonly name?: string
  readonly dialect?: string
  readonly nodes: readonly object[]
  /** Left out: each node follows the one before. */
  readonly edges?: readonly object[]
  readonly settings?: object
}

/** Makes a draft; resolves to its id. */
export const draft = async (
  stage: Stage,
  { name = 'Order help', dialect = 'threadwork', nodes, edges, settings = {} }: Plan,
): Promise<string> => {
  const ids = nodes.map((each) => (each as { readonly id: string }).id)
  const chain = ids.slice(1).map((target, index) => edge(ids[index] ?? '', target))
  const { id } = await stage.read('POST', '/workflows', { name, dialect })
  await stage.read('PATCH', `/workflows/${id}`, { nodes, edges: edges ?? chain, settings })
  return id
}

/** Makes a workflow that is live; resolves to its id. */
export const live = async (stage: Stage, plan: Plan): Promise<string> => {
  const id = await draft(stage, plan)
  await stage.read('POST', `/workflows/${id}/publish`, {})
  return id
}

/** Executes a workflow; resolves to the run's id. */
export const execute = async (stage: Stage, workflowId: string, body: object = {}): Promise<string> =>
  (await stage.read('POST', `/workflows/${workflowId}/execute`, body)).id

/** The run when it stands so. */
export const runAt = (stage: Stage, id: string, status: string): Promise<Json> =>
  stage.until(`/runs/${id}`, (run) => run.status === status)

/** Executes a workflow and waits for the end; resolves to the run. */
export const runOf = async (stage: Stage, workflowId: string, body: object = {}): Promise<Json> =>
  runAt(stage, await execute(stage, workflowId, body), 'completed')

/** A run in few words: its status, and each step by the order of ids with what became of it. */
export const shortly = (run: Json): object => ({
  status: run.status,
  word: run.statusWord,
  mode: run.mode,
  version: run.version,
  error: run.error,
  steps: run.steps
    .map((step: Json) => [
      step.id,
      step.typeWord,
      step.lane,
      step.status,
      step.attempt,
      step.output,
      step.error,
    ])
    .toSorted((one: Json, other: Json) => (one[0] < other[0] ? -1 : 1)),
})

/** The outputs of a run's steps by their ids. */
export const outputs = (run: Json): Json =>
  Object.fromEntries(run.steps.map((step: Json) => [step.id, step.output]))
