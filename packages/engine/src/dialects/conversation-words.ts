import { conversationCondition } from './conversation-condition.ts'
import { createLexicon } from './lexicon.ts'
import type { NodeWord } from './node-word.ts'
import { listOf, word } from './translation.ts'
import { ownWords, type Vocabulary } from './vocabulary.ts'

const labels = createLexicon([['Labels', 'labels']])

const triggers: readonly NodeWord[] = [
  { word: 'New Conversation', type: 'conversation-created' },
  { word: 'New Conversation Session', type: 'session-started' },
  { word: 'AI Agent Assigned', type: 'ai-assigned' },
  { word: 'Human Agent Assigned', type: 'human-assigned' },
  { word: 'Conversation Opened', type: 'conversation-opened' },
  { word: 'Conversation Resolved', type: 'conversation-resolved' },
  { word: 'Conversation Starred', type: 'conversation-starred' },
  { word: 'Label Added', type: 'label-added', keys: labels },
  { word: 'Label Removed', type: 'label-removed', keys: labels },
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
    fields: { conditions: listOf(conversationCondition) },
  },
  {
    word: 'Delay',
    type: 'delay',
    keys: createLexicon([
      ['Duration', 'duration'],
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
  condition: conversationCondition,
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
