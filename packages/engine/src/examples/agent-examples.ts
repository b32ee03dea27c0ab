import type { Example } from './example.ts'
import { edge, graphOf, node, sampleConversation } from './graph-parts.ts'

const needsNothing = { globals: {}, secrets: [] }

const collectLeads: Example = {
  id: 'collect-leads',
  name: 'Collect leads',
  description:
    'When someone shows buying interest, the lead goes to the CRM and sales is told, while the AI helps on.',
  category: 'Leads',
  dialect: 'agent',
  graph: graphOf(
    [
      node('trigger', 'ai-decision', 'Buying interest', {
        description: 'The contact asks about prices or plans, or wants to buy something.',
      }),
      node('crm', 'webhook', 'Send the lead to the CRM', {
        url: 'https://crm.example.com/leads',
        event: 'lead.created',
        payload: {
          conversation: '{{conversation.id}}',
          name: '{{contact.name}}',
          email: '{{contact.email}}',
          message: '{{message.text}}',
        },
        onFailure: 'continue',
      }),
      node('sales', 'webhook', 'Tell the sales team', {
        url: 'https://hooks.zapier.com/hooks/catch/1/leads',
        preset: 'zapier',
        event: 'lead.notified',
        payload: { conversation: '{{conversation.id}}', message: '{{message.text}}' },
      }),
      node('help', 'say-llm', 'Help on', {
        systemPrompt:
          'The contact is interested in buying. Answer what was asked, and say that a colleague from sales will come back to them.',
      }),
    ],
    [edge('trigger', 'crm'), edge('crm', 'sales', { type: 'companion' }), edge('crm', 'help')],
  ),
  sample: sampleConversation('message-received', { text: 'What does the team plan cost?' }),
  ...needsNothing,
}

const processRequests: Example = {
  id: 'process-requests',
  name: 'Process requests',
  description: 'When someone asks to cancel an order, the order service cancels it and the AI confirms.',
  category: 'Requests',
  dialect: 'agent',
  graph: graphOf(
    [
      node('trigger', 'intent', 'Wants to cancel', {
        phrases: ['cancel my order', 'I want to cancel', 'stop my order'],
        threshold: 0.7,
      }),
      node('cancel', 'http-request', 'Cancel the order', {
        method: 'POST',
        url: 'https://orders.example.com/orders/{{contact.last_order}}/cancel',
        headers: [{ name: 'Authorization', value: 'Bearer {{orders_api_key}}' }],
        body: { reason: '{{message.text}}' },
        responseMapping: [{ path: 'body.status', variable: 'order_status' }],
        onFailure: 'continue',
      }),
      node('confirm', 'say-llm', 'Confirm', {
        systemPrompt:
          'The order {{contact.last_order}} of the contact is now “{{order_status}}”. Confirm it in one friendly sentence.',
      }),
      node('hand-over', 'escalate', 'Hand over to a person', {
        note: 'The order {{contact.last_order}} could not be cancelled: {{steps.cancel.error}}',
      }),
    ],
    [edge('trigger', 'cancel'), edge('cancel', 'confirm'), edge('cancel', 'hand-over', { type: 'false' })],
  ),
  sample: sampleConversation('message-received', { text: 'Please cancel my order' }),
  globals: {},
  secrets: [{ name: 'orders_api_key', hosts: ['orders.example.com'] }],
}

const smartEscalation: Example = {
  id: 'smart-escalation',
  name: 'Smart escalation',
  description:
    'When the AI cannot help, it offers a person, takes the contact’s details and tells the support team.',
  category: 'Escalation',
  dialect: 'agent',
  graph: graphOf(
    [
      node('trigger', 'hybrid', 'The AI cannot help', {
        description: 'The AI has tried to answer more than once, and the contact still has no solution.',
        phrases: ['this does not help', 'talk to a human', 'you did not answer my question'],
        threshold: 0.6,
      }),
      node('offer', 'custom-reply', 'Offer a person', {
        text: 'I could not solve this for you. Leave your details, and somebody from our team will take over.',
        links: [{ label: 'Help centre', url: 'https://help.example.com/' }],
      }),
      node('escalate', 'escalate', 'Hand over to support', {
        team: 'support',
        note: 'The AI could not help with: {{message.text}}',
        withTranscript: true,
        contactForm: [
          { key: 'name', label: 'Your name', type: 'Text' },
          { key: 'email', label: 'Your email', type: 'Email' },
        ],
      }),
      node('signal', 'tag', 'Mark as escalated', { signals: ['escalated'] }),
      node('notify', 'webhook', 'Tell the support team', {
        url: 'https://support.example.com/escalations',
        event: 'conversation.escalated',
        payload: {
          conversation: '{{conversation.id}}',
          escalation: '{{steps.escalate.output.escalationId}}',
        },
      }),
    ],
    [
      edge('trigger', 'offer'),
      edge('offer', 'escalate'),
      edge('escalate', 'signal', { type: 'companion' }),
      edge('escalate', 'notify'),
    ],
  ),
  sample: sampleConversation('message-received', { text: 'This does not help, I want to talk to a human' }),
  ...needsNothing,
}

const signals: Example = {
  id: 'automatic-signal-application',
  name: 'Automatic signal application',
  description: 'At the end of a conversation, the AI finds what it was about and applies the signals.',
  category: 'Analytics',
  dialect: 'agent',
  graph: graphOf(
    [
      node('trigger', 'conversation-resolved', 'Conversation resolved'),
      node('analyse', 'worker-llm', 'Find the signals', {
        systemPrompt:
          'Read the conversation and choose every signal that fits: cancellation, complaint, praise, purchase, question.',
        outputSchema: {
          type: 'object',
          properties: {
            signals: {
              type: 'array',
              items: { enum: ['cancellation', 'complaint', 'praise', 'purchase', 'question'] },
            },
          },
          required: ['signals'],
        },
        saveAs: 'analysis',
      }),
      node('apply', 'tag', 'Apply the signals', { signals: ['{{analysis.signals}}'] }),
    ],
    [edge('trigger', 'analyse'), edge('analyse', 'apply')],
  ),
  sample: sampleConversation('conversation-resolved', { status: 'resolved' }),
  ...needsNothing,
}

/** The four use cases of seed 003. */
export const agentExamples: readonly Example[] = [collectLeads, processRequests, smartEscalation, signals]
