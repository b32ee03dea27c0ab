import { expect, test } from 'vitest'
import type { WorkflowNode } from '../workflow.ts'
import { conversationEventTypes, type ConversationEvent } from './conversation-event.ts'
import { matchTrigger } from './match-trigger.ts'
import { triggerData, worldOf } from './trigger-data.ts'

const base = {
  conversation: {
    id: 'c1',
    status: 'open',
    labels: ['vip', 'Berlin'],
    channel: 'whatsapp',
    starred: false,
    assignee: null,
  },
  contact: { plan: 'enterprise' },
  session: {},
  message: { text: 'Hello' },
} as const
const eventOf = (type: ConversationEvent['type']): ConversationEvent => {
  switch (type) {
    case 'session-started':
      return { ...base, type, sessionId: 's1' }
    case 'ai-assigned':
    case 'human-assigned':
      return { ...base, type, assignee: 'ada' }
    case 'label-added':
    case 'label-removed':
      return { ...base, type, labels: ['urgent'] }
    default:
      return { ...base, type }
  }
}
const trigger = (type: string, config: WorkflowNode['config'] = {}): WorkflowNode => ({
  id: 't',
  type,
  name: 'Trigger',
  config,
})

test.each(conversationEventTypes)('%s starts its own trigger and no other (C26–C34)', (type) => {
  const started = conversationEventTypes.filter((each) => matchTrigger(trigger(each), eventOf(type)))

  expect(started).toEqual([type])
})

test('listens to a channel, and to one of some labels, whatever their case', () => {
  const event = eventOf('conversation-created')

  expect(matchTrigger(trigger(event.type, { channel: 'WhatsApp' }), event)).toBe(true)
  expect(matchTrigger(trigger(event.type, { channel: 'instagram' }), event)).toBe(false)
  expect(matchTrigger(trigger(event.type, { channel: null, labels: [] }), event)).toBe(true)
  expect(matchTrigger(trigger(event.type, { labels: ['berlin', 'paris'] }), event)).toBe(true)
  expect(matchTrigger(trigger(event.type, { labels: ['paris'] }), event)).toBe(false)
})

test('takes the labels of a label’s trigger for those that came, not for those that were there', () => {
  const event = eventOf('label-added')

  expect(matchTrigger(trigger(event.type, { labels: ['Urgent'] }), event)).toBe(true)
  expect(matchTrigger(trigger(event.type, { labels: ['vip'] }), event)).toBe(false)
})

test('tells a run what started it, and the world as it is', () => {
  const event = eventOf('human-assigned')

  expect(triggerData(event)).toEqual({
    type: 'human-assigned',
    conversation: base.conversation,
    message: { text: 'Hello' },
    assignee: 'ada',
  })
  expect(worldOf(event)).toEqual({
    conversation: base.conversation,
    contact: { plan: 'enterprise' },
    session: {},
    message: { text: 'Hello' },
  })
})
