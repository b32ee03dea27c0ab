import type { DataPoint, Step, Workflow } from '@threadwork/engine/linear'
import { pause, say } from '../turn/beat.ts'
import { type Scenario, bothWires } from './scenario.ts'

interface Pretence {
  readonly ms: number
  readonly failures?: number
  readonly hangs?: number
  readonly error?: string
  readonly timeoutMs?: number
}

const pretend = (id: string, message: string, { timeoutMs = 30_000, ...input }: Pretence): Step => ({
  type: 'action',
  id,
  message,
  onFailure: 'halt',
  action: 'pretend',
  input: { ...input },
  timeoutMs,
})
const ask = (id: string, message: string, dataPoints: readonly DataPoint[]): Step => ({
  type: 'intervention',
  id,
  message,
  onFailure: 'halt',
  dataPoints,
})

/** A form with each of the seven first field types. */
export const onboarding: Workflow = {
  id: 'onboard-supplier',
  name: 'Onboard a supplier',
  steps: [
    pretend('check', 'Check the supplier register', { ms: 1200 }),
    ask('details', 'A few details of the new supplier', [
      {
        key: 'company',
        label: 'Company name',
        type: 'Text',
        maxLength: 120,
        placeholder: 'Olaria do Sul, Lda',
      },
      { key: 'email', label: 'Contact email', type: 'Email', help: 'Orders are sent here.' },
      {
        key: 'category',
        label: 'Category',
        type: 'Select',
        options: [
          { value: 'ceramics', label: 'Ceramics' },
          { value: 'textiles', label: 'Textiles' },
          { value: 'wood', label: 'Wood' },
        ],
      },
      { key: 'employees', label: 'Employees', type: 'Number', min: 1, max: 100_000 },
      { key: 'start', label: 'First delivery on', type: 'Date', min: '2026-01-01' },
      { key: 'notes', label: 'Notes', type: 'TextArea', required: false, maxLength: 1000 },
      { key: 'terms', label: 'The supplier accepts our terms', type: 'Checkbox' },
    ]),
    pretend('create', 'Create the supplier account', { ms: 1500 }),
  ],
}

/** Its third step fails once; a retry mends it. */
export const courierClaim: Workflow = {
  id: 'courier-claim',
  name: 'Courier claim',
  steps: [
    pretend('verify', 'Verify the order', { ms: 900 }),
    ask('damage', 'A few details for the courier claim', [
      { key: 'name', label: 'Full name', type: 'Text' },
      { key: 'email', label: 'Email', type: 'Email' },
      {
        key: 'damage',
        label: 'Damage',
        type: 'Select',
        options: ['Cracked', 'Missing parts', 'Never arrived'],
      },
      { key: 'discovered', label: 'Discovered on', type: 'Date' },
      { key: 'story', label: 'What happened?', type: 'TextArea' },
    ]),
    pretend('file', 'File the courier claim', {
      ms: 1300,
      failures: 1,
      error: 'The courier’s claim form answered 503. Nothing was filed.',
    }),
    pretend('confirm', 'Send confirmation', { ms: 800 }),
  ],
}

/** Its second step never answers the first time, and is stopped. */
export const orderExport: Workflow = {
  id: 'order-export',
  name: 'Export of the order history',
  steps: [
    pretend('collect', 'Collect the orders', { ms: 900 }),
    pretend('render', 'Write the spreadsheet', { ms: 1100, hangs: 1, timeoutMs: 4000 }),
    pretend('upload', 'Put it in your documents', { ms: 700 }),
  ],
}

const run =
  (workflow: Workflow, opening: string, completed: string): Scenario['script'] =>
  () => [
    pause(400),
    say(opening),
    pause(200),
    {
      type: 'start-workflow',
      workflow,
      completed: [pause(300), say(completed)],
      cancelled: [pause(200), say(`I stopped “${workflow.name}”. What was done until then stays done.`)],
    },
  ]

/** Workflows: one with a form, one that fails and is retried, one with a step that takes too long. */
export const workflowScenarios: readonly Scenario[] = [
  {
    id: 'workflow-form',
    title: 'A workflow with a form',
    prompt: 'Onboard a new supplier',
    wires: bothWires,
    words: ['onboard', 'supplier', 'form'],
    script: run(
      onboarding,
      'With pleasure. I check the register first, and then need a few details from you.',
      '**{{company}}** is on board. I sent the welcome pack to {{email}}.',
    ),
  },
  {
    id: 'workflow-retry',
    title: 'A workflow whose step fails and is retried',
    prompt: 'File a courier claim for A-1042',
    wires: bothWires,
    words: ['claim', 'courier', 'retry'],
    script: run(
      courierClaim,
      'I file the claim with the courier for you.',
      'The claim is filed, and its confirmation is on the way to {{email}}. The courier answers within five working days.',
    ),
  },
  {
    id: 'workflow-timeout',
    title: 'A workflow with a step that takes too long',
    prompt: 'Export my order history',
    wires: bothWires,
    words: ['export', 'timeout', 'time out'],
    script: run(
      orderExport,
      'I put your orders into a spreadsheet.',
      'The spreadsheet **orders-2026.xlsx** is in your documents: 38 orders, € 2,914.20 in all.',
    ),
  },
]
