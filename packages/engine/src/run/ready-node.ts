import type { NodeKind } from '../nodes/node-kind.ts'
import { readConfig } from '../nodes/read-config.ts'
import { nodeOf } from './draft.ts'
import type { Run, Step } from './run.ts'

/** A node with its config, ready to begin; or the sentence why not. */
export type Ready =
  | { readonly type: 'ready'; readonly kind: NodeKind; readonly config: unknown }
  | { readonly type: 'failed'; readonly error: string }

/** The kind and the config of a step's node. */
export function readyNode(run: Run, step: Step): Ready {
  const { node, kind } = nodeOf(run, step.nodeId)
  if (!node)
    return failed(`The workflow has no node “${step.nodeId}”, to which an edge leads; take the edge out.`)
  if (!kind)
    return failed(`“${node.name}” is of the type “${node.type}”, which nothing here can run; replace it.`)
  const read = readConfig(kind, node.config)
  if (read.type === 'config') return { type: 'ready', kind, config: read.config }
  const [problem] = read.problems
  const place = problem?.path ? ` (${problem.path})` : ''
  return failed(`“${node.name}” is not set up. ${problem?.sentence ?? ''}${place}`)
}

const failed = (error: string): Ready => ({ type: 'failed', error })
