import type { Edge } from '../edge.ts'
import type { JsonObject } from '../json.ts'
import { defaultSettings } from '../settings.ts'
import type { WorkflowGraph, WorkflowNode } from '../workflow.ts'

/** A node of an example. */
export const node = (id: string, type: string, name: string, config: JsonObject = {}): WorkflowNode => ({
  id,
  type,
  name,
  config,
})

/** An edge of an example; direct when nothing else is said. */
export const edge = (source: string, target: string, more: Partial<Edge> = {}): Edge => ({
  id: `${source}-to-${target}`,
  source,
  target,
  type: 'direct',
  ...more,
})

/** A graph with the settings that every workflow begins with. */
export const graphOf = (nodes: readonly WorkflowNode[], edges: readonly Edge[]): WorkflowGraph => ({
  nodes,
  edges,
  settings: defaultSettings,
})

/** What an event of a conversation brings, as a test run fills it in. */
export const sampleConversation = (
  type: string,
  {
    text = 'Hello, I need some help',
    status = 'open',
  }: { readonly text?: string; readonly status?: string } = {},
): JsonObject => ({
  type,
  conversation: {
    id: 'sample-conversation',
    status,
    labels: [],
    channel: 'whatsapp',
    starred: false,
    assignee: null,
  },
  message: { text },
})
