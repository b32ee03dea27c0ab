import { channelWord, comparison } from './conversation-comparison.ts'
import { createLexicon } from './lexicon.ts'
import type { NodeWord } from './node-word.ts'
import { listOf, word } from './translation.ts'
import { ownWords, type Vocabulary } from './vocabulary.ts'

const labels = createLexicon([['Labels', 'labels']])
const onChannel = { fields: { channel: channelWord } }

const connectives = word(
  createLexicon([
    ['AND', 'all'],
    ['OR', 'any'],
  ]),
)

const triggers: readonly NodeWord[] = [
  { word: 'New Conversation', type: 'conversation-created', ...onChannel },
  { word: 'New Conversation Session', type: 'session-started', ...onChannel },
  { word: 'AI Agent Assigned', type: 'ai-assigned', ...onChannel },
  { word: 'Human Agent Assigned', type: 'human-assigned', ...onChannel },
  { word: 'Conversation Opened', type: 'conversation-opened', ...onChannel },
  { word: 'Conversation Resolved', type: 'conversation-resolved', ...onChannel },
  { word: 'Conversation Starred', type: 'conversation-starred', ...onChannel },
  { word: 'Label Added', type: 'label-added', keys: labels, ...onChannel },
  { word: 'Label Removed', type: 'label-removed', keys: labels, ...onChannel },
]
const actions: readonly NodeWord[] = [
  { word: 'Send Message', type: 'send-message' },
  { word: 'Open Conversation', type: 'open-conversation' },
  { word: 'Resolve Conversation', type: 'resolve-conversation' },
  { word: 'Star Conversation', type: 'star-conversation' },
  { word: 'Unstar Conversation', type: 'unstar-conversation' },
  { word: 'Add Label', type: 'add-label', keys: labels },
  { word: 'Remove Label', type: 'remove-label', keys: labels },
  { word: 'Assign to User', type: 'assign-user' },
  { word: 'Assign to AI', type: 'assign-ai' },
  { word: 'AI Extraction', type: 'ai-extraction' },
  { word: 'Custom Skill', type: 'custom-skill' },
]
const flow: readonly NodeWord[] = [
  {
    word: 'Decision',
    type: 'decision',
    keys: createLexicon([['Conditions', 'conditions']]),
    fields: { match: connectives, conditions: listOf(comparison) },
  },
  {
    word: 'Delay',
    type: 'delay',
    keys: createLexicon([
      ['Duration', 'amount'],
      ['Time Unit', 'unit'],
    ]),
    fields: {
      unit: word(
        createLexicon([
          ['Minutes', 'minutes'],
          ['Hours', 'hours'],
          ['Days', 'days'],
        ]),
      ),
    },
  },
  { word: 'End', type: 'end' },
  {
    word: 'Fetch API',
    type: 'http-request',
    keys: createLexicon([
      ['HTTP Method', 'method'],
      ['Request URL', 'url'],
      ['Headers', 'headers'],
      ['Request Body', 'body'],
    ]),
  },
]

/** The words of seed 004, the conversation workflows. */
export const conversationWords: Vocabulary = {
  ...ownWords,
  nodes: [...triggers, ...actions, ...flow],
  edges: [
    ['direct', 'direct'],
    ['True', 'true'],
    ['False', 'false'],
  ],
  runStatuses: {
    queued: 'Pending',
    running: 'Running',
    waiting: 'Running',
    completed: 'Completed',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
  workflowStatuses: { draft: 'Draft', active: 'Active', paused: 'Paused', archived: 'Archived' },
}
