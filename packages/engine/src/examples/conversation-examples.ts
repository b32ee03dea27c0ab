import type { Example } from './example.ts'
import { edge, graphOf, node, sampleConversation } from './graph-parts.ts'

const needsNothing = { globals: {}, secrets: [] }

const autoAssign: Example = {
  id: 'auto-assign-by-channel',
  name: 'Auto-assign by channel',
  description: 'Route WhatsApp conversations to a specialist.',
  category: 'Routing',
  dialect: 'conversation',
  graph: graphOf(
    [
      node('trigger', 'conversation-created', 'New conversation'),
      node('channel', 'decision', 'Channel is WhatsApp?', {
        match: 'all',
        conditions: [{ field: 'channel', operator: 'equals', value: 'whatsapp' }],
      }),
      node('specialist', 'assign-user', 'Assign to the WhatsApp team lead', {
        assignee: 'whatsapp-team-lead',
      }),
      node('persona', 'assign-ai', 'Assign to general support', { assignee: 'general-support' }),
    ],
    [
      edge('trigger', 'channel'),
      edge('channel', 'specialist', { type: 'true' }),
      edge('channel', 'persona', { type: 'false' }),
    ],
  ),
  sample: sampleConversation('conversation-created'),
  ...needsNothing,
}

const followUp: Example = {
  id: 'delayed-follow-up',
  name: 'Delayed follow-up',
  description: 'Send a follow-up if a conversation stays open.',
  category: 'Follow-up',
  dialect: 'conversation',
  graph: graphOf(
    [
      node('trigger', 'conversation-created', 'New conversation'),
      node('welcome', 'send-message', 'Welcome', {
        text: "Thanks for reaching out! We'll be with you shortly.",
      }),
      node('wait', 'delay', 'Wait for an hour', { amount: 1, unit: 'hours' }),
      node('still-open', 'decision', 'Conversation still open?', {
        match: 'all',
        conditions: [{ field: 'conversation-status', operator: 'equals', value: 'open' }],
      }),
      node('check-in', 'send-message', 'Check in', {
        text: 'Just checking in — is there anything else we can help with?',
      }),
    ],
    [
      edge('trigger', 'welcome'),
      edge('welcome', 'wait'),
      edge('wait', 'still-open'),
      edge('still-open', 'check-in', { type: 'true' }),
    ],
  ),
  sample: sampleConversation('conversation-created'),
  ...needsNothing,
}

const smartLabeling: Example = {
  id: 'smart-labeling-and-escalation',
  name: 'Smart labeling and escalation',
  description: 'Detect urgent messages and route them appropriately.',
  category: 'Routing',
  dialect: 'conversation',
  graph: graphOf(
    [
      node('trigger', 'conversation-created', 'New conversation'),
      node('urgent', 'decision', 'Message contains “urgent”?', {
        match: 'all',
        conditions: [{ field: 'message-text', operator: 'contains', value: 'urgent' }],
      }),
      node('label', 'add-label', 'Label as urgent', { labels: ['Urgent'] }),
      node('senior', 'assign-user', 'Assign to a senior agent', { assignee: 'senior-agent' }),
      node('extract', 'ai-extraction', 'Read topic and mood', {
        labels: ['Billing', 'Technical', 'Feedback'],
        sentiment: true,
        saveAs: 'extracted',
      }),
      node('persona', 'assign-ai', 'Assign to general support', { assignee: 'general-support' }),
    ],
    [
      edge('trigger', 'urgent'),
      edge('urgent', 'label', { type: 'true' }),
      edge('label', 'senior'),
      edge('urgent', 'extract', { type: 'false' }),
      edge('extract', 'persona'),
    ],
  ),
  sample: sampleConversation('conversation-created', { text: 'This is urgent: nothing works any more' }),
  ...needsNothing,
}

const notify: Example = {
  id: 'notify-an-external-system',
  name: 'Notify an external system',
  description: 'Send conversation data to a web hook when a conversation is resolved.',
  category: 'Integration',
  dialect: 'conversation',
  graph: graphOf(
    [
      node('trigger', 'conversation-resolved', 'Conversation resolved'),
      node('notify', 'http-request', 'Tell the other system', {
        method: 'POST',
        url: 'https://hooks.example.com/conversations',
        headers: [{ name: 'Content-Type', value: 'application/json' }],
        body: {
          conversation: '{{conversation.id}}',
          channel: '{{conversation.channel}}',
          labels: '{{conversation.labels}}',
          assignee: '{{conversation.assignee}}',
          resolved_at: '{{now}}',
        },
        retries: 3,
      }),
    ],
    [edge('trigger', 'notify')],
  ),
  sample: sampleConversation('conversation-resolved', { status: 'resolved' }),
  ...needsNothing,
}

/** The four examples of seed 004. */
export const conversationExamples: readonly Example[] = [autoAssign, followUp, smartLabeling, notify]
