import type { JsonObject } from '../json.ts'
import type { Example } from './example.ts'
import { edge, graphOf, node } from './graph-parts.ts'

const records = 'https://records.example.com'
const authorization = [{ name: 'Authorization', value: 'Bearer {{records_api_key}}' }]

const triage: JsonObject = {
  type: 'object',
  properties: {
    urgency: { enum: ['emergency', 'soon', 'routine'] },
    summary: { type: 'string' },
  },
  required: ['urgency', 'summary'],
}

const nodes = [
  node('trigger', 'manual', 'Start the intake', {
    input: [
      { key: 'patient_name', label: 'Patient', type: 'Text' },
      { key: 'patient_phone', label: 'Phone', type: 'Phone' },
    ],
  }),
  node('greet', 'say-llm', 'Greet the patient', {
    systemPrompt:
      'You are the front desk of {{clinic_name}}. Greet {{patient_name}} and say that a short form follows.',
    temperature: 0.3,
    maxTokens: 200,
  }),
  node('details', 'form', 'Ask for details', {
    message: 'Tell us why you are coming, so that we find the right appointment.',
    dataPoints: [
      { key: 'birth_date', label: 'Date of birth', type: 'Date' },
      { key: 'reason', label: 'Reason for the visit', type: 'TextArea' },
      { key: 'preferred_day', label: 'Preferred day', type: 'Date', required: false },
    ],
  }),
  node('receipt', 'send-sms', 'Send a receipt', {
    to: '{{patient_phone}}',
    message:
      '{{clinic_name}} has received your details, {{patient_name}}. We are looking for an appointment.',
  }),
  node('record', 'http-request', 'Find the patient’s record', {
    method: 'GET',
    url: `${records}/patients?name={{patient_name}}&born={{birth_date}}`,
    headers: authorization,
    responseMapping: [{ path: 'body.patients.0.id', variable: 'patient_id' }],
    retries: 2,
  }),
  node('triage', 'worker-llm', 'Judge how urgent it is', {
    systemPrompt:
      'Judge how urgent the visit is, and sum it up in one sentence. Reason given by the patient: {{reason}}',
    outputSchema: triage,
    saveAs: 'triage',
  }),
  node('emergency', 'say-static', 'Tell about emergencies', {
    texts: ['This sounds like an emergency. Please call 112 now; we have told our team as well.'],
  }),
  node('nurse', 'escalate', 'Call a nurse', { team: 'nurses', note: '{{patient_name}}: {{triage.summary}}' }),
  node('callback', 'assign-user', 'Leave it to the front desk', { assignee: 'front-desk' }),
  node('book', 'http-request', 'Book an appointment', {
    method: 'POST',
    url: `${records}/patients/{{patient_id}}/appointments`,
    headers: authorization,
    body: {
      urgency: '{{triage.urgency}}',
      summary: '{{triage.summary}}',
      preferred_day: '{{preferred_day}}',
    },
    responseMapping: [{ path: 'body.starts_at', variable: 'appointment' }],
  }),
  node('confirm', 'say-llm', 'Confirm the appointment', {
    systemPrompt: 'Confirm to {{patient_name}} the appointment on {{appointment}} at {{clinic_name}}.',
  }),
  node('goodbye', 'end-conversation', 'End the conversation', { reason: 'Intake done' }),
]

const edges = [
  edge('trigger', 'greet'),
  edge('greet', 'details'),
  edge('details', 'receipt', { type: 'companion' }),
  edge('details', 'record'),
  edge('record', 'triage'),
  edge('triage', 'emergency', {
    type: 'conditional',
    condition: { path: 'triage.urgency', operator: 'equals', value: 'emergency' },
    priority: 1,
  }),
  edge('triage', 'callback', {
    type: 'conditional',
    condition: 'The patient asked to be called back instead of booking an appointment',
    priority: 2,
  }),
  edge('triage', 'book'),
  edge('emergency', 'nurse'),
  edge('nurse', 'goodbye'),
  edge('callback', 'goodbye'),
  edge('book', 'confirm'),
  edge('confirm', 'goodbye'),
]

/** The intake of a patient, with every kind of edge of seed 002. */
export const patientIntake: Example = {
  id: 'patient-intake',
  name: 'Patient Intake — Appointment Scheduling',
  description:
    'Greet a patient, take the details, judge the urgency, and book an appointment or call a nurse.',
  category: 'Healthcare',
  dialect: 'graph',
  graph: graphOf(nodes, edges),
  sample: { patient_name: 'Ada Lovelace', patient_phone: '+49 30 1234567' },
  globals: { clinic_name: 'Lakeside Clinic' },
  secrets: [{ name: 'records_api_key', hosts: ['records.example.com'] }],
}
