import type { ParameterNote } from '@threadwork/engine'
import { skills } from '../catalogue.ts'
import { type Part, approve, pause, say, useSkill } from '../draw-graph.ts'
import { type Scenario, bothWires } from './scenario.ts'

const note = (name: string, label: string, more: Partial<ParameterNote> = {}): ParameterNote => ({
  name,
  label,
  type: 'string',
  controlType: 'text',
  isOptional: false,
  ...more,
})

// A rejection quotes its reason, if there is one.
const because = (id: string, sentence: string): readonly Part[] => {
  const reason = `steps.${id}.output.reason`
  const quoted = say(`${sentence} The reason given was: “{{${reason}}}”.`)
  return [
    { ...pause(300), when: { condition: { path: reason, operator: 'is-filled' }, parts: [quoted] } },
    say(sentence),
  ]
}

const refund = approve(
  {
    id: 'refund',
    skill: skills.createRefund,
    parameters: {
      order: 'A-1042',
      amount: '90.50 EUR',
      pay_back_to: 'card ending 4402',
      note: 'Sorry about the lamp. The refund takes 3 to 5 days.',
    },
    notes: [
      note('order', 'Order'),
      note('amount', 'Amount', { hint: 'Lamp and delivery, as they were paid.' }),
      note('pay_back_to', 'Pay back to'),
      note('note', 'Note to customer', { controlType: 'text-area', isOptional: true }),
    ],
  },
  {
    true: [
      useSkill(skills.createRefund, 1400),
      pause(400),
      say(
        'Done: **€ 90.50** go back to the card ending 4402. It takes 3 to 5 days. Again, sorry about the lamp.',
      ),
    ],
    false: [
      pause(600),
      say('All right, I have not created the refund. Tell me if you would like a replacement instead.'),
    ],
  },
)

const cancelOrder = (order: string, amount: string): Part =>
  approve(
    {
      id: `cancel-${order}`,
      skill: skills.cancelOrder,
      parameters: { order, amount, restock: true },
      notes: [
        note('order', 'Order'),
        note('amount', 'Value'),
        note('restock', 'Put back in stock', { type: 'boolean', controlType: 'checkbox', isOptional: true }),
      ],
    },
    {
      true: [useSkill(skills.cancelOrder, 900), pause(200), say(`Order **${order}** is cancelled.`)],
      false: [pause(200), say(`I left order **${order}** as it is.`)],
    },
  )

const holdLamp = approve(
  {
    id: 'hold',
    skill: skills.holdStock,
    parameters: {
      article: { name: 'Ceramic lamp', sku: '00417', pieces: 1 },
      hold_until: '2026-11-20T18:00:00Z',
      deposit: 0,
      notify: ['ada.moreau@example.com'],
    },
    notes: [
      {
        name: 'article',
        label: 'Article',
        type: 'object',
        isOptional: false,
        properties: [
          { name: 'name', label: 'Name', type: 'string', isOptional: false },
          { name: 'sku', label: 'Article number', type: 'string', isOptional: false },
          { name: 'pieces', label: 'Pieces', type: 'integer', isOptional: false },
        ],
      },
      note('hold_until', 'Hold until', { type: 'date_time', controlType: 'date_time' }),
      note('deposit', 'Deposit', { type: 'number', controlType: 'number', isOptional: true }),
      {
        name: 'notify',
        label: 'Tell',
        type: 'array',
        isOptional: true,
        hint: 'Who hears when the hold ends.',
      },
    ],
    expiresAfterMs: 120_000,
  },
  {
    true: [useSkill(skills.holdStock, 700), pause(300), say('The lamp is yours until **20 November**.')],
    false: because('hold', 'I did not hold the lamp.'),
  },
)

const discount = approve(
  {
    id: 'discount',
    scope: 'business',
    skill: skills.grantDiscount,
    parameters: { customer: 'Ada Moreau', discount: '40 %', valid_until: '2026-12-31' },
    notes: [
      note('customer', 'Customer'),
      note('discount', 'Discount'),
      note('valid_until', 'Valid until', { type: 'date', controlType: 'date', isOptional: true }),
    ],
  },
  {
    true: [
      useSkill(skills.grantDiscount, 900),
      pause(300),
      say('Good news: the discount of **40 %** is on your account until 31 December.'),
    ],
    false: because('discount', 'The discount was not granted.'),
  },
)

/** Calls that wait for a decision: one, two at once, one whose time runs out, and one that is a matter of business. */
export const approvalScenarios: readonly Scenario[] = [
  {
    id: 'two-approvals',
    title: 'Two approvals at once',
    prompt: 'Cancel orders A-1043 and A-1044',
    wires: bothWires,
    words: ['cancel orders', 'two approvals', 'both'],
    name: 'Cancel orders',
    story: [
      { ...pause(500), beside: [[cancelOrder('A-1044', '118.00 EUR')]] },
      cancelOrder('A-1043', '32.00 EUR'),
    ],
  },
  {
    id: 'business-approval',
    title: 'A business approval that quotes the reason for a rejection',
    prompt: 'Give me a 40 % discount on my next order',
    wires: bothWires,
    words: ['discount', 'business', 'reject'],
    name: 'Grant a discount',
    story: [
      pause(500),
      say('A discount of that size has to be decided by a person. I have put it forward.'),
      discount,
    ],
  },
  {
    id: 'approval-expires',
    title: 'An approval that runs out',
    prompt: 'Hold the last ceramic lamp for me',
    wires: bothWires,
    words: ['hold', 'reserve', 'runs out', 'expires'],
    name: 'Hold stock',
    story: [pause(400), holdLamp],
  },
  {
    id: 'refund',
    title: 'A skill that asks for approval',
    prompt: 'Order A-1042 arrived broken. Can I get my money back?',
    wires: bothWires,
    words: ['money back', 'refund', 'approval', 'approve', 'broken'],
    name: 'Refund an order',
    story: [
      pause(400),
      useSkill(skills.lookUpOrder, 800),
      pause(400),
      say(
        [
          'I found the order. It qualifies under the **30-day policy**:',
          '',
          '| Item | Reason | Refund |',
          '|---|---|---:|',
          '| Ceramic lamp | Damaged in transit | € 84.00 |',
          '| Delivery | Carrier fault | € 6.50 |',
          '',
          'I need your go-ahead before I call `create_refund`.',
        ].join('\n'),
      ),
      refund,
    ],
  },
]
