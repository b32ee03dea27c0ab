import { expect } from 'vitest'
import type { Chapter } from '../chapter.ts'
import { history, newConversation, sayTo, settled, told } from '../conversation.ts'
import { live, node, outputs, runAt, say } from '../graph.ts'
import type { Json, Stage } from '../stage.ts'

const nine = [
  'New Conversation',
  'New Conversation Session',
  'AI Agent Assigned',
  'Human Agent Assigned',
  'Conversation Opened',
  'Conversation Resolved',
  'Conversation Starred',
  'Label Added',
  'Label Removed',
]

const starts = async (stage: Stage): Promise<readonly Json[]> =>
  (await stage.read('GET', '/runs?limit=100')).runs
    .map(({ workflowName, mode, status }: Json) => [workflowName, mode, status])
    .toSorted((one: Json, other: Json) => (one[0] < other[0] ? -1 : 1))

/** The nine triggers of seed 004, each fired by what happens to a conversation. */
export const conversationTriggers: Chapter = {
  name: 'conversation-triggers',
  play: async (stage) => {
    for (const type of nine) {
      const config = type.startsWith('Label') ? { Labels: ['VIP'] } : {}
      const nodes = [
        node('trigger', type, config),
        node('note', 'http-request', { url: 'https://log.example.com/{{trigger.type}}' }),
      ]
      await live(stage, { name: type, dialect: 'conversation', nodes })
    }
    const id = await newConversation(stage, 'Hello')
    const change = (body: object) => stage.read('PATCH', `/conversations/${id}`, body)
    await change({ starred: true })
    await change({ labels: ['VIP', 'new'] })
    await change({ labels: ['new'] })
    await change({ assignee: { to: 'ai', name: 'Support' } })
    await change({ assignee: { to: 'human', name: 'grace' } })
    await change({ status: 'resolved' })
    await change({ status: 'open' })
    await settled(stage, id)
    const once = (await starts(stage)).filter(([name]) => nine.includes(name))
    expect(once.map(([name]) => name)).toEqual(nine.toSorted())
    stage.note('started', once)
    stage.note(
      'heard',
      stage.heard('https://log.example.com/').map(({ url }) => url),
    )

    stage.note(
      'told',
      (await stage.ask('POST', '/events', { type: 'label-added', conversationId: id, labels: ['VIP'] }))
        .status,
    )
    stage.note('refused', await stage.ask('POST', '/events', { type: 'label-added', conversationId: id }))
    await settled(stage, id)
    stage.note('runs', (await stage.read('GET', '/runs')).total)
    stage.note('conversation', await stage.read('GET', `/conversations/${id}`))
  },
}

/** Every action of seed 004 that changes a conversation. */
export const conversationActions: Chapter = {
  name: 'conversation-actions',
  play: async (stage) => {
    const nodes = [
      node('trigger', 'manual'),
      node('send', 'Send Message', { text: 'We look into it.' }),
      node('resolve', 'Resolve Conversation'),
      node('open', 'Open Conversation'),
      node('star', 'Star Conversation'),
      node('label', 'Add Label', { Labels: ['VIP', 'slow'] }),
      node('unlabel', 'Remove Label', { Labels: ['slow'] }),
      node('machine', 'Assign to AI', { assignee: 'Support' }),
      node('person', 'Assign to User', { assignee: 'grace' }),
      node('read', 'AI Extraction', { labels: ['Billing', 'Praise'], sentiment: true, saveAs: 'found' }),
      node('signal', 'tag', { signals: ['seen'] }),
      node('done', 'End'),
    ]
    const id = await live(stage, { name: 'All of them', dialect: 'conversation', nodes })
    const conversationId = await newConversation(stage, 'I am angry about my billing')
    const { id: runId } = await stage.read('POST', `/workflows/${id}/execute`, { conversationId })
    const run = await runAt(stage, runId, 'completed')
    stage.note(
      'steps',
      run.steps.map((step: Json) => [step.typeWord, step.status]),
    )
    stage.note('extracted', outputs(run).read)
    const conversation = await stage.read('GET', `/conversations/${conversationId}`)
    expect(conversation).toMatchObject({ status: 'open', starred: true, labels: ['VIP'], signals: ['seen'] })
    stage.note('conversation', conversation)
    const undo = await live(stage, {
      name: 'Back',
      dialect: 'conversation',
      nodes: [node('trigger', 'manual'), node('unstar', 'Unstar Conversation')],
    })
    const { id: second } = await stage.read('POST', `/workflows/${undo}/execute`, { conversationId })
    await runAt(stage, second, 'completed')
    expect((await stage.read('GET', `/conversations/${conversationId}`)).starred).toBe(false)
  },
}

/** What is said in the chat starts a workflow: by a phrase, above its threshold alone; by memory; after the end. */
export const talk: Chapter = {
  name: 'talk',
  play: async (stage) => {
    const phrases = ['cancel my order', 'stop my order']
    await live(stage, {
      name: 'Cancel',
      dialect: 'agent',
      nodes: [
        node('trigger', 'intent', { phrases, threshold: 0.7 }),
        node('reply', 'custom-reply', {
          text: 'Shall I cancel it?',
          links: [{ label: 'Terms', url: 'https://help.example.com/terms' }],
          buttons: [{ label: 'Yes', text: 'Yes, cancel it' }],
        }),
      ],
    })
    const loyal = { path: 'contact.plan', operator: 'equals', value: 'gold' }
    await live(stage, {
      name: 'Gold',
      dialect: 'agent',
      nodes: [node('trigger', 'memory', { condition: loyal }), say('thank', 'Thank you for being with us.')],
    })
    await live(stage, {
      name: 'After',
      dialect: 'agent',
      nodes: [node('trigger', 'conversation-resolved'), node('signal', 'tag', { signals: ['closed'] })],
    })
    const id = await newConversation(stage, 'Please cancel my order')
    stage.note('cancelled', await starts(stage))
    const said = (await stage.read('GET', `/chat/conversations/${id}/messages`)).messages
    stage.note(
      'reply',
      said.map(({ source, content, actions }: Json) => [source, content, actions]),
    )
    stage.note(
      'told',
      (await told(stage, id)).map(({ type }) => type),
    )
    await sayTo(stage, id, 'What a lovely day')
    expect((await starts(stage)).filter(([name]) => name === 'Cancel')).toHaveLength(1)
    const { userId } = await stage.read('GET', `/conversations/${id}`)
    await stage.read('PATCH', `/contacts/${userId}/memory`, { memory: { plan: 'gold' } })
    await stage.restart()
    await sayTo(stage, id, 'I am back')
    await stage.read('PATCH', `/conversations/${id}`, { status: 'resolved' })
    await settled(stage, id)
    const ours = (await starts(stage)).filter(([name]) => ['Cancel', 'Gold', 'After'].includes(name))
    expect(ours.map(([name]) => name)).toEqual(['After', 'Cancel', 'Gold'])
    stage.note('said', await history(stage, id))
    stage.note('signals', (await stage.read('GET', `/conversations/${id}`)).signals)
  },
}
