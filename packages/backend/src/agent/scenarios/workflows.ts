import { type Part, ask, pause, pretend, say } from '../draw-graph.ts'
import { type Scenario, bothWires } from './scenario.ts'

const details = ask('details', 'A few details of the new supplier', [
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
])

const damage = ask('damage', 'A few details for the courier claim', [
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
])

// What a story says before its first step and after its last.
const between = (opening: string, steps: readonly Part[], closing: string): readonly Part[] => [
  pause(400),
  say(opening),
  pause(200),
  ...steps,
  pause(300),
  say(closing),
]

/** Workflows on a card: one with a form, one that fails and is retried, one that takes too long, one with a companion. */
export const workflowScenarios: readonly Scenario[] = [
  {
    id: 'workflow-form',
    title: 'A workflow with a form',
    prompt: 'Onboard a new supplier',
    wires: bothWires,
    words: ['onboard', 'supplier', 'form'],
    name: 'Onboard a supplier',
    presentation: 'card',
    story: between(
      'With pleasure. I check the register first, and then need a few details from you.',
      [
        pretend('check', 'Check the supplier register', 1200),
        details,
        pretend('create', 'Create the supplier account', 1500),
      ],
      '**{{company}}** is on board. I sent the welcome pack to {{email}}.',
    ),
  },
  {
    id: 'workflow-retry',
    title: 'A workflow whose step fails and is retried',
    prompt: 'File a courier claim for A-1042',
    wires: bothWires,
    words: ['claim', 'courier', 'retry'],
    name: 'Courier claim',
    presentation: 'card',
    story: between(
      'I file the claim with the courier for you.',
      [
        pretend('verify', 'Verify the order', 900),
        damage,
        pretend('file', 'File the courier claim', 1300, {
          failures: 1,
          error: 'The courier’s claim form answered 503. Nothing was filed.',
        }),
        pretend('confirm', 'Send confirmation', 800),
      ],
      'The claim is filed, and its confirmation is on the way to {{email}}. The courier answers within five working days.',
    ),
  },
  {
    id: 'workflow-timeout',
    title: 'A workflow with a step that takes too long',
    prompt: 'Export my order history',
    wires: bothWires,
    words: ['export', 'timeout', 'time out'],
    name: 'Export of the order history',
    presentation: 'card',
    story: between(
      'I put your orders into a spreadsheet.',
      [
        pretend('collect', 'Collect the orders', 900),
        pretend('render', 'Write the spreadsheet', 1100, { hangs: 1, timeoutMs: 4000 }),
        pretend('upload', 'Put it in your documents', 700),
      ],
      'The spreadsheet **orders-2026.xlsx** is in your documents: 38 orders, € 2,914.20 in all.',
    ),
  },
  {
    id: 'workflow-companion',
    title: 'A workflow with a step in the background',
    prompt: 'Replace the broken lamp of A-1042',
    wires: bothWires,
    words: ['replace', 'replacement', 'background', 'companion'],
    name: 'Replace an article',
    presentation: 'card',
    story: between(
      'I send a new lamp, and tell the warehouse meanwhile.',
      [
        {
          ...pretend('stock', 'Check the stock', 900),
          beside: [
            [pretend('warehouse', 'Tell the warehouse', 2600), pretend('label', 'Print the label', 900)],
          ],
        },
        pretend('reserve', 'Reserve the lamp', 1200),
        pretend('courier', 'Book the courier', 1400),
      ],
      'A new lamp leaves today. The courier takes the broken one back.',
    ),
  },
]
