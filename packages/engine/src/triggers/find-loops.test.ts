import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultSettings } from '../settings.ts'
import type { WorkflowNode } from '../workflow.ts'
import { conversationEventTypes } from './conversation-event.ts'
import { findLoops, type LoopWorkflow } from './find-loops.ts'
import { loopSentence } from './loop-sentence.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const workflow = (
  id: string,
  trigger: Partial<WorkflowNode>,
  ...actions: Partial<WorkflowNode>[]
): LoopWorkflow => ({
  id,
  name: id.toUpperCase(),
  graph: {
    nodes: [trigger, ...actions].map((node, index) => ({
      id: `${id}-${index}`,
      type: 'end',
      name: 'Node',
      config: {},
      ...node,
    })),
    edges: [],
    settings: defaultSettings,
  },
})

test('names a loop of three workflows with its whole way (C46)', () => {
  const loops = findLoops([
    workflow('a', { type: 'label-added' }, { type: 'resolve-conversation' }),
    workflow('b', { type: 'conversation-resolved' }, { type: 'send-message' }, { type: 'star-conversation' }),
    workflow('c', { type: 'conversation-starred' }, { type: 'add-label', config: { labels: ['done'] } }),
    workflow('d', { type: 'conversation-starred' }, { type: 'unstar-conversation' }),
  ])

  expect(loops).toEqual([
    [
      { workflowId: 'a', name: 'A', nodeId: 'a-1', event: 'conversation-resolved' },
      { workflowId: 'b', name: 'B', nodeId: 'b-2', event: 'conversation-starred' },
      { workflowId: 'c', name: 'C', nodeId: 'c-1', event: 'label-added' },
    ],
  ])
  expect(loopSentence(loops[0] ?? [])).toBe(
    'These workflows would start each other without end: “A” resolves it, “B” stars it, “C” adds a label, which starts “A” again. Take one of these actions out, or listen to something else.',
  )
})

test('lets different labels keep two workflows apart, but not a label that is a template', () => {
  const added = (id: string, hears: string, adds: string): LoopWorkflow =>
    workflow(
      id,
      { type: 'label-added', config: { labels: [hears] } },
      { type: 'add-label', config: { labels: [adds] } },
    )

  expect(findLoops([added('a', 'vip', 'urgent'), added('b', 'urgent', 'done')])).toEqual([])
  expect(findLoops([added('a', 'vip', 'urgent'), added('b', 'Urgent', 'VIP')])).toHaveLength(1)
  expect(findLoops([added('a', 'vip', 'urgent'), added('b', 'urgent', '{{contact.tier}}')])).not.toEqual([])
})

test('finds a workflow that starts itself', () => {
  const self = workflow('a', { type: 'conversation-opened' }, { type: 'open-conversation' })

  expect(findLoops([self])).toEqual([
    [{ workflowId: 'a', name: 'A', nodeId: 'a-1', event: 'conversation-opened' }],
  ])
})

const actionOf: Readonly<Record<string, string>> = {
  'ai-assigned': 'assign-ai',
  'human-assigned': 'assign-user',
  'conversation-opened': 'open-conversation',
  'conversation-resolved': 'resolve-conversation',
  'conversation-starred': 'star-conversation',
  'label-added': 'add-label',
  'label-removed': 'remove-label',
}
const events = conversationEventTypes.filter((event) => actionOf[event] !== undefined)

test(`finds a loop exactly when workflows can go round (seed ${seed})`, () => {
  const drawn = fc.array(
    fc.tuple(fc.constantFrom(...conversationEventTypes), fc.constantFrom(...events, null)),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(drawn, (heardAndCaused) => {
      const workflows = heardAndCaused.map(([hears, causes], index) =>
        workflow(`w${index}`, { type: hears }, ...(causes ? [{ type: actionOf[causes] ?? '' }] : [])),
      )

      expect(findLoops(workflows).length > 0).toBe(goesRound(heardAndCaused))
    }),
    { seed, numRuns: 300 },
  )
})

// Another way to the same answer: take out, again and again, whatever starts nothing; a loop is what stays.
function goesRound(workflows: readonly (readonly [hears: string, causes: string | null])[]): boolean {
  const left = workflows.filter(([, causes]) => workflows.some(([hears]) => hears === causes))
  return left.length === workflows.length ? left.length > 0 : goesRound(left)
}
