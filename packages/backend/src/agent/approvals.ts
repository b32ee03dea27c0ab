import type { WireParameterSchema } from '@threadwork/headless/wire'
import { type Ask, pause, say, useSkill } from '../turn/beat.ts'
import { skills } from './catalogue.ts'
import { type Scenario, headlessOnly } from './scenario.ts'

const refundSchema: readonly WireParameterSchema[] = [
  { name: 'order', label: 'Order', type: 'string', control_type: 'text', optional: false },
  {
    name: 'amount',
    label: 'Amount',
    type: 'string',
    control_type: 'text',
    optional: false,
    hint: 'Lamp and delivery, as they were paid.',
  },
  { name: 'pay_back_to', label: 'Pay back to', type: 'string', control_type: 'text', optional: false },
  { name: 'note', label: 'Note to customer', type: 'string', control_type: 'text-area', optional: true },
]

const refund: Ask = {
  scope: 'skill',
  skill: skills.createRefund,
  parameters: {
    order: 'A-1042',
    amount: '90.50 EUR',
    pay_back_to: 'card ending 4402',
    note: 'Sorry about the lamp. The refund takes 3 to 5 days.',
  },
  schema: refundSchema,
  approved: [
    ...useSkill(skills.createRefund, 1400),
    pause(400),
    say(
      'Done: **€ 90.50** go back to the card ending 4402. It takes 3 to 5 days. Again, sorry about the lamp.',
    ),
  ],
  rejected: [
    pause(600),
    say('All right, I have not created the refund. Tell me if you would like a replacement instead.'),
  ],
}

const cancelOrder = (order: string, amount: string): Ask => ({
  scope: 'skill',
  skill: skills.cancelOrder,
  parameters: { order, amount, restock: true },
  schema: [
    { name: 'order', label: 'Order', type: 'string', control_type: 'text', optional: false },
    { name: 'amount', label: 'Value', type: 'string', control_type: 'text', optional: false },
    {
      name: 'restock',
      label: 'Put back in stock',
      type: 'boolean',
      control_type: 'checkbox',
      optional: true,
    },
  ],
  approved: [...useSkill(skills.cancelOrder, 900), pause(200), say(`Order **${order}** is cancelled.`)],
  rejected: [pause(200), say(`I left order **${order}** as it is.`)],
})

const holdLamp: Ask = {
  scope: 'skill',
  skill: skills.holdStock,
  parameters: {
    article: { name: 'Ceramic lamp', sku: '00417', pieces: 1 },
    hold_until: '2026-11-20T18:00:00Z',
    deposit: 0,
    notify: ['ada.moreau@example.com'],
  },
  schema: [
    {
      name: 'article',
      label: 'Article',
      type: 'object',
      optional: false,
      properties: [
        { name: 'name', label: 'Name', type: 'string', optional: false },
        { name: 'sku', label: 'Article number', type: 'string', optional: false },
        { name: 'pieces', label: 'Pieces', type: 'integer', optional: false },
      ],
    },
    {
      name: 'hold_until',
      label: 'Hold until',
      type: 'date_time',
      control_type: 'date_time',
      optional: false,
    },
    { name: 'deposit', label: 'Deposit', type: 'number', control_type: 'number', optional: true },
    { name: 'notify', label: 'Tell', type: 'array', optional: true, hint: 'Who hears when the hold ends.' },
  ],
  expiresAfterMs: 120_000,
  approved: [...useSkill(skills.holdStock, 700), pause(300), say('The lamp is yours until **20 November**.')],
  rejected: [pause(300), say('I did not hold the lamp. The reason: “{{reason}}”.')],
}

/** Calls that wait for a decision: one, two at once, one whose time runs out, and one that is a matter of business. */
export const approvalScenarios: readonly Scenario[] = [
  {
    id: 'two-approvals',
    title: 'Two approvals at once',
    prompt: 'Cancel orders A-1043 and A-1044',
    wires: headlessOnly,
    words: ['cancel orders', 'two approvals', 'both'],
    script: () => [
      pause(500),
      {
        type: 'ask-approvals',
        asks: [cancelOrder('A-1043', '32.00 EUR'), cancelOrder('A-1044', '118.00 EUR')],
      },
    ],
  },
  {
    id: 'business-approval',
    title: 'A business approval that quotes the reason for a rejection',
    prompt: 'Give me a 40 % discount on my next order',
    wires: headlessOnly,
    words: ['discount', 'business', 'reject'],
    script: () => [
      pause(500),
      say('A discount of that size has to be decided by a person. I have put it forward.'),
      {
        type: 'ask-approvals',
        asks: [
          {
            scope: 'business',
            skill: skills.grantDiscount,
            parameters: { customer: 'Ada Moreau', discount: '40 %', valid_until: '2026-12-31' },
            schema: [
              { name: 'customer', label: 'Customer', type: 'string', control_type: 'text', optional: false },
              { name: 'discount', label: 'Discount', type: 'string', control_type: 'text', optional: false },
              {
                name: 'valid_until',
                label: 'Valid until',
                type: 'date',
                control_type: 'date',
                optional: true,
              },
            ],
            approved: [
              ...useSkill(skills.grantDiscount, 900),
              pause(300),
              say('Good news: the discount of **40 %** is on your account until 31 December.'),
            ],
            rejected: [pause(500), say('The discount was not granted. The reason given was: “{{reason}}”.')],
          },
        ],
      },
    ],
  },
  {
    id: 'approval-expires',
    title: 'An approval that runs out',
    prompt: 'Hold the last ceramic lamp for me',
    wires: headlessOnly,
    words: ['hold', 'reserve', 'runs out', 'expires'],
    script: () => [pause(400), { type: 'ask-approvals', asks: [holdLamp] }],
  },
  {
    id: 'refund',
    title: 'A skill that asks for approval',
    prompt: 'Order A-1042 arrived broken. Can I get my money back?',
    wires: headlessOnly,
    words: ['money back', 'refund', 'approval', 'approve', 'broken'],
    script: () => [
      pause(400),
      ...useSkill(skills.lookUpOrder, 800),
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
      { type: 'ask-approvals', asks: [refund] },
    ],
  },
]
