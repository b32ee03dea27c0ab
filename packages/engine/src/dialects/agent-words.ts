import { ownWords, type Vocabulary } from './vocabulary.ts'

/** The words of seed 003, the workflows of an agent. It has none for the ways between nodes: an action follows a trigger. */
export const agentWords: Vocabulary = {
  ...ownWords,
  nodes: [
    { word: 'Webhook', type: 'webhook' },
    { word: 'Zapier', type: 'webhook', preset: 'zapier' },
    { word: 'Make', type: 'webhook', preset: 'make' },
    { word: 'Escalate', type: 'escalate' },
    { word: 'Tag', type: 'tag' },
    { word: 'Custom Reply', type: 'custom-reply' },
    { word: 'AI Decision', type: 'ai-decision' },
    { word: 'Intent Matching', type: 'intent' },
    { word: 'Memory Conditions', type: 'memory' },
  ],
  workflowStatuses: { draft: 'Draft', active: 'Enabled', paused: 'Disabled', archived: 'Archived' },
}
