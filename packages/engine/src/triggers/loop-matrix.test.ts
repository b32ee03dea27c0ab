import { expect, test } from 'vitest'
import { nodeKinds } from '../nodes/node-kinds.ts'
import type { WorkflowNode } from '../workflow.ts'
import { blockedPair } from './blocked-pair.ts'
import { conversationEventTypes } from './conversation-event.ts'

const seedActions = [
  'send-message',
  'open-conversation',
  'resolve-conversation',
  'star-conversation',
  'unstar-conversation',
  'add-label',
  'remove-label',
  'assign-user',
  'assign-ai',
  'ai-extraction',
  'custom-skill',
]
const kinds = [...nodeKinds.values()]
const ownActions = kinds
  .filter((kind) => kind.category !== 'trigger' && !seedActions.includes(kind.type))
  .map((kind) => kind.type)

// Every pair that is blocked; each pair that is not named here is allowed.
const blocked = [
  'ai-assigned × assign-ai',
  'human-assigned × assign-user',
  'human-assigned × escalate',
  'conversation-opened × open-conversation',
  'conversation-resolved × resolve-conversation',
  'conversation-resolved × end-conversation',
  'conversation-starred × star-conversation',
  'label-added × add-label',
  'label-removed × remove-label',
]

const node = (type: string, config: WorkflowNode['config'] = {}): WorkflowNode => ({
  id: type,
  type,
  name: type,
  config,
})
const verdictOf = (trigger: string, action: string): string | null => blockedPair(node(trigger), node(action))

const pairs = conversationEventTypes.flatMap((trigger) =>
  [...seedActions, ...ownActions].map((action) => [trigger, action] as const),
)

test.each(pairs)('%s × %s is judged as the table says (C47)', (trigger, action) => {
  const isBlocked = blocked.includes(`${trigger} × ${action}`)

  expect(verdictOf(trigger, action)).toBe(isBlocked ? trigger : null)
})

test('covers all pairs of nine triggers with eleven actions of the seed and every other node (C47)', () => {
  const seedPairs = conversationEventTypes.length * seedActions.length
  const blockedBySeed = blocked.filter((pair) => seedActions.includes(pair.split(' × ')[1] ?? ''))
  const known = new Set(pairs.map((pair) => pair.join(' × ')))

  console.info(
    `${pairs.length} pairs, ${seedPairs} of them of the seed; ${blocked.length} blocked, ${blockedBySeed.length} of them of the seed`,
  )
  expect(conversationEventTypes).toHaveLength(9)
  expect(seedPairs).toBe(99)
  expect(blocked.filter((pair) => !known.has(pair))).toEqual([])
  expect(seedActions.filter((type) => !nodeKinds.has(type))).toEqual([])
})

test.each(['ai-decision', 'intent', 'hybrid', 'memory'])(
  'keeps %s that listens after a conversation from ending it again',
  (trigger) => {
    expect(blockedPair(node(trigger, { when: 'after' }), node('end-conversation'))).toBe(
      'conversation-resolved',
    )
    expect(blockedPair(node(trigger, { when: 'during' }), node('end-conversation'))).toBeNull()
  },
)

test('blocks Add Label under Label Added whichever label it is, as the seed says (C46)', () => {
  const trigger = node('label-added', { labels: ['vip'] })

  expect(blockedPair(trigger, node('add-label', { labels: ['urgent'] }))).toBe('label-added')
})
