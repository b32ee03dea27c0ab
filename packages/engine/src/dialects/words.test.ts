import { describe, expect, test } from 'vitest'
import { conversationExamples } from '../examples/conversation-examples.ts'
import { patientIntake } from '../examples/patient-intake.ts'
import type { JsonObject } from '../json.ts'
import { defaultSettings } from '../settings.ts'
import type { WorkflowGraph, WorkflowNode } from '../workflow.ts'
import { dialects } from './dialects.ts'
import type { DialectId } from './dialect.ts'

const words: Readonly<Record<DialectId, readonly (readonly [word: string, type: string])[]>> = {
  graph: [
    ['SAY_LLM', 'say-llm'],
    ['WORKER_LLM', 'worker-llm'],
    ['SAY_STATIC', 'say-static'],
    ['TOOL_NODE', 'tool'],
    ['HTTP_REQUEST', 'http-request'],
    ['SEND_SMS', 'send-sms'],
    ['WORKFLOW_RUN_FETCH', 'run-fetch'],
    ['WORKFLOW_RUN_EVALUATOR', 'run-evaluator'],
    ['END_CONVERSATION', 'end-conversation'],
  ],
  agent: [
    ['Webhook', 'webhook'],
    ['Zapier', 'webhook'],
    ['Make', 'webhook'],
    ['Escalate', 'escalate'],
    ['Tag', 'tag'],
    ['Custom Reply', 'custom-reply'],
    ['AI Decision', 'ai-decision'],
    ['Intent Matching', 'intent'],
    ['Memory Conditions', 'memory'],
  ],
  conversation: [
    ['New Conversation', 'conversation-created'],
    ['New Conversation Session', 'session-started'],
    ['AI Agent Assigned', 'ai-assigned'],
    ['Human Agent Assigned', 'human-assigned'],
    ['Conversation Opened', 'conversation-opened'],
    ['Conversation Resolved', 'conversation-resolved'],
    ['Conversation Starred', 'conversation-starred'],
    ['Label Added', 'label-added'],
    ['Label Removed', 'label-removed'],
    ['Send Message', 'send-message'],
    ['Open Conversation', 'open-conversation'],
    ['Resolve Conversation', 'resolve-conversation'],
    ['Star Conversation', 'star-conversation'],
    ['Unstar Conversation', 'unstar-conversation'],
    ['Add Label', 'add-label'],
    ['Remove Label', 'remove-label'],
    ['Assign to User', 'assign-user'],
    ['Assign to AI', 'assign-ai'],
    ['AI Extraction', 'ai-extraction'],
    ['Custom Skill', 'custom-skill'],
    ['Decision', 'decision'],
    ['Delay', 'delay'],
    ['End', 'end'],
    ['Fetch API', 'http-request'],
  ],
  threadwork: [],
}

test.each(['graph', 'agent', 'conversation', 'threadwork'] as const)('%s has the words of its seed', (id) => {
  expect(dialects[id].nodeWords).toEqual(words[id])
})

const ours = (id: DialectId, type: string, config: JsonObject): Partial<WorkflowNode> | undefined => {
  const document = { nodes: [{ id: 'n', type, name: 'N', config }], edges: [], settings: {} }
  const { graph, problems } = dialects[id].read(document)

  expect(problems).toEqual([])
  return graph.nodes[0]
}

const configs: readonly (readonly [
  id: DialectId,
  word: string,
  config: JsonObject,
  type: string,
  own: JsonObject,
])[] = [
  [
    'graph',
    'SAY_LLM',
    {
      'LLM Provider': 'AWS Bedrock',
      Model: 'm',
      'System Prompt': 'Be kind.',
      Tools: ['search'],
      'Max Turns': 3,
      Temperature: 0.2,
      'Max Tokens': 400,
    },
    'say-llm',
    {
      provider: 'bedrock',
      model: 'm',
      systemPrompt: 'Be kind.',
      tools: ['search'],
      maxTurns: 3,
      temperature: 0.2,
      maxTokens: 400,
    },
  ],
  [
    'graph',
    'WORKER_LLM',
    { 'LLM Provider': 'Azure OpenAI', 'Output Schema': { type: 'object' } },
    'worker-llm',
    { provider: 'azure-openai', outputSchema: { type: 'object' } },
  ],
  [
    'graph',
    'HTTP_REQUEST',
    { URL: 'https://a.example', Method: 'PUT', Headers: [], Body: '{}', 'Response Mapping': [] },
    'http-request',
    { url: 'https://a.example', method: 'PUT', headers: [], body: '{}', responseMapping: [] },
  ],
  [
    'graph',
    'SEND_SMS',
    { To: '{{phone}}', Message: 'Hi', Provider: 'OpenAI' },
    'send-sms',
    { to: '{{phone}}', message: 'Hi', provider: 'OpenAI' },
  ],
  [
    'graph',
    'TOOL_NODE',
    { Tool: 'search', 'Input Mapping': { q: '{{q}}' }, 'Output Mapping': [] },
    'tool',
    { tool: 'search', input: { q: '{{q}}' }, outputMapping: [] },
  ],
  [
    'agent',
    'Zapier',
    { url: 'https://hooks.zapier.com/1' },
    'webhook',
    { url: 'https://hooks.zapier.com/1', preset: 'zapier' },
  ],
  ['agent', 'Make', {}, 'webhook', { preset: 'make' }],
  ['agent', 'Webhook', { url: 'https://a.example' }, 'webhook', { url: 'https://a.example' }],
  [
    'conversation',
    'Decision',
    {
      match: 'OR',
      Conditions: [
        { Field: 'Conversation Channel', Operator: 'equals', Value: 'WhatsApp' },
        { Field: 'Conversation Labels', Operator: 'absent', Value: ['Open'] },
        { Field: 'Conversation Status', Operator: 'equals', Value: 'Open' },
        { Field: 'Conversation Starred', Operator: 'equals', Value: true },
        { Field: 'Message Text', Operator: 'starts with', Value: 'WhatsApp' },
      ],
    },
    'decision',
    {
      match: 'any',
      conditions: [
        { field: 'channel', operator: 'equals', value: 'whatsapp' },
        { field: 'labels', operator: 'absent', value: ['Open'] },
        { field: 'conversation-status', operator: 'equals', value: 'open' },
        { field: 'starred', operator: 'equals', value: true },
        { field: 'message-text', operator: 'starts-with', value: 'WhatsApp' },
      ],
    },
  ],
  ['conversation', 'Delay', { Duration: 3, 'Time Unit': 'Days' }, 'delay', { amount: 3, unit: 'days' }],
  [
    'conversation',
    'Fetch API',
    { 'HTTP Method': 'POST', 'Request URL': 'https://a.example', Headers: [], 'Request Body': 'x' },
    'http-request',
    { method: 'POST', url: 'https://a.example', headers: [], body: 'x' },
  ],
]

test.each(configs)('%s: reads the fields of %s', (id, word, config, type, own) => {
  expect(ours(id, word, config)).toEqual({ id: 'n', name: 'N', type, config: own })
})

describe('statuses', () => {
  test('of runs are Started and In Progress, or Pending and Running (I56–I60, C77)', () => {
    const statuses = ['queued', 'running', 'waiting', 'completed', 'failed', 'cancelled'] as const
    const said = (id: DialectId): readonly string[] =>
      statuses.map((status) => dialects[id].runStatusWord(status))

    expect(said('graph')).toEqual([
      'Started',
      'In Progress',
      'In Progress',
      'Completed',
      'Failed',
      'Cancelled',
    ])
    expect(said('conversation')).toEqual([
      'Pending',
      'Running',
      'Running',
      'Completed',
      'Failed',
      'Cancelled',
    ])
    expect(dialects.graph.runStatusesOf('In Progress')).toEqual(['running', 'waiting'])
    expect(dialects.conversation.runStatusesOf('Pending')).toEqual(['queued'])
    expect(dialects.graph.runStatusesOf('Pending')).toEqual([])
  })

  test('of workflows are Draft, Active, Paused and Archived (C06–C09)', () => {
    const statuses = ['draft', 'active', 'paused', 'archived'] as const

    expect(statuses.map((status) => dialects.conversation.workflowStatusWord(status))).toEqual([
      'Draft',
      'Active',
      'Paused',
      'Archived',
    ])
    expect(dialects.conversation.workflowStatusesOf('Paused')).toEqual(['paused'])
    expect(dialects.agent.workflowStatusWord('active')).toBe('Enabled')
    expect(dialects.agent.workflowStatusesOf('constructor')).toEqual([])
  })
})

test('says the four examples of seed 004 without a word of ours', () => {
  for (const { graph } of conversationExamples) {
    expect(JSON.stringify(dialects.conversation.write(graph))).not.toContain('threadwork:')
  }
})

test('marks what a seed has no word for', () => {
  const document = dialects.graph.write(patientIntake.graph) as unknown as WorkflowGraph
  const marked = document.nodes.filter(({ type }) => type.startsWith('threadwork:'))

  expect(marked.map(({ type }) => type)).toEqual([
    'threadwork:manual',
    'threadwork:form',
    'threadwork:escalate',
    'threadwork:assign-user',
  ])
  expect(document.nodes.map(({ type }) => type)).toEqual(
    expect.arrayContaining([
      'SAY_LLM',
      'WORKER_LLM',
      'SAY_STATIC',
      'HTTP_REQUEST',
      'SEND_SMS',
      'END_CONVERSATION',
    ]),
  )
})

test('tells what it could not read, where, and what is kept without being understood', () => {
  const document = {
    nodes: [
      { id: 7, type: 'say-llm', name: 'N', config: {} },
      { id: 'b', type: 'SAY_LLM', name: 'B', config: { systemPrompt: 'x' } },
      'odd',
    ],
    edges: 'none',
    settings: { Concurrency: 'many', fallbackMessage: 'Sorry.' },
  }

  const { graph, problems } = dialects.graph.read(document)

  expect(problems.map(({ severity, path, sentence }) => `${severity} ${path}: ${sentence}`)).toEqual([
    'error edges: “edges” has to be a list.',
    'error settings.Concurrency: “Concurrency” has to be a number.',
    'error nodes[0].id: “id” has to be a text.',
    'warning nodes[0].type: “say-llm” is not a word of this dialect and is kept without being understood; write “SAY_LLM”.',
    'warning nodes[1].config.systemPrompt: “systemPrompt” is not a word of this dialect and is kept without being understood; write “System Prompt”.',
    'error nodes[2]: This has to be an object, and is left out.',
  ])
  expect(graph.settings).toEqual({ ...defaultSettings, fallbackMessage: 'Sorry.' })
  expect(graph.extra).toEqual({ edges: 'none', settings: { concurrency: 'many' } })
})

test.each([null, 7, 'text', [], {}])('refuses %j, which is no document', (document) => {
  expect(dialects.graph.read(document).problems.length).toBeGreaterThan(0)
})
