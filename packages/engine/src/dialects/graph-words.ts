import { createLexicon, type WordPair } from './lexicon.ts'
import { providers } from './model-words.ts'
import { ownWords, type Vocabulary } from './vocabulary.ts'

const model: readonly WordPair[] = [
  ['LLM Provider', 'provider'],
  ['Model', 'model'],
]
const sayLlm = createLexicon([
  ...model,
  ['System Prompt', 'systemPrompt'],
  ['Tools', 'tools'],
  ['Max Turns', 'maxTurns'],
  ['Temperature', 'temperature'],
  ['Max Tokens', 'maxTokens'],
])
const workerLlm = createLexicon([...sayLlm.pairs, ['Output Schema', 'outputSchema']])

/** The words of seed 002, the workflow builder. */
export const graphWords: Vocabulary = {
  ...ownWords,
  nodes: [
    { word: 'SAY_LLM', type: 'say-llm', keys: sayLlm, fields: { provider: providers } },
    { word: 'WORKER_LLM', type: 'worker-llm', keys: workerLlm, fields: { provider: providers } },
    { word: 'SAY_STATIC', type: 'say-static' },
    {
      word: 'TOOL_NODE',
      type: 'tool',
      keys: createLexicon([
        ['Tool', 'tool'],
        ['Input Mapping', 'input'],
        ['Output Mapping', 'outputMapping'],
      ]),
    },
    {
      word: 'HTTP_REQUEST',
      type: 'http-request',
      keys: createLexicon([
        ['URL', 'url'],
        ['Method', 'method'],
        ['Headers', 'headers'],
        ['Body', 'body'],
        ['Response Mapping', 'responseMapping'],
      ]),
    },
    {
      word: 'SEND_SMS',
      type: 'send-sms',
      keys: createLexicon([
        ['To', 'to'],
        ['Message', 'message'],
        ['Provider', 'provider'],
      ]),
    },
    { word: 'WORKFLOW_RUN_FETCH', type: 'run-fetch' },
    {
      word: 'WORKFLOW_RUN_EVALUATOR',
      type: 'run-evaluator',
      keys: createLexicon(model),
      fields: { provider: providers },
    },
    { word: 'END_CONVERSATION', type: 'end-conversation' },
  ],
  edges: [
    ['direct', 'direct'],
    ['conditional', 'conditional'],
    ['companion', 'companion'],
  ],
  settings: createLexicon([['Concurrency', 'concurrency']]),
  runStatuses: {
    queued: 'Started',
    running: 'In Progress',
    waiting: 'In Progress',
    completed: 'Completed',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
}
