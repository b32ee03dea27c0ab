import type { ApprovalItem, CallId, IntentId, ParameterSchema, RunId, Submission } from '@threadwork/core'

// Samples name their ids by hand; a brand costs nothing at run time.
const callId = 'call-1' as CallId
const runId = 'run-1' as RunId

/** A row of a schema; what is left out says nothing. */
export const sampleSchema = (
  name: string,
  label: string,
  more: Partial<ParameterSchema> = {},
): ParameterSchema => ({
  name,
  label,
  type: 'string',
  controlType: null,
  isOptional: false,
  hint: null,
  ...more,
})

/** An approval that waits, as stories and tests show it. */
export const sampleApproval: ApprovalItem = {
  kind: 'approval',
  id: 'approval:call-1',
  key: 'approval:call-1',
  runId,
  at: Date.UTC(2026, 10, 19, 12, 3),
  callId,
  scope: 'skill',
  skillName: 'Create refund',
  skillId: 'recipe:4471',
  occurrence: 1,
  parameters: {
    order_id: 'A-1042',
    amount: '90.50 EUR',
    pay_back_to: 'card ending 4402',
    note: 'Sorry about the lamp. The refund takes 3 to 5 days.',
  },
  schema: [
    sampleSchema('order_id', 'Order'),
    sampleSchema('amount', 'Amount'),
    sampleSchema('pay_back_to', 'Pay back to'),
    sampleSchema('note', 'Note to customer', { isOptional: true }),
  ],
  status: 'awaiting',
  by: null,
  error: null,
  startedAt: null,
  endedAt: null,
  submission: null,
}

/** Another approval of the same conversation. */
export const sampleOther = (number: number, changes: Partial<ApprovalItem> = {}): ApprovalItem => ({
  ...sampleApproval,
  id: `approval:call-${number}`,
  key: `approval:call-${number}`,
  callId: `call-${number}` as CallId, // as above
  ...changes,
})

/** A call with a value of every type, most of them described. */
export const sampleTyped: Pick<ApprovalItem, 'skillName' | 'parameters' | 'schema'> = {
  skillName: 'Book a courier',
  parameters: {
    order_id: 'A-1042',
    pick_up_on: '2026-11-20',
    ready_at: '2026-11-20T14:30:00+01:00',
    service: 'express',
    parcels: [
      { weight_kg: 2.4, content: 'Ceramic lamp', fragile: true },
      { weight_kg: 0.8, content: 'Shade', fragile: false },
    ],
    insured: { amount: 12500.5, currency: 'EUR' },
    contact_email: 'ada.moreau@example.com',
    track_at: 'https://courier.example/track?parcel=A-1042',
    sku: '1',
    quantity: 1,
    coupon: null,
    memo: '',
    tags: [],
    ledger_id: 2 ** 53,
    floor: '3',
    priority: 7,
  },
  schema: [
    sampleSchema('order_id', 'Order', { hint: 'As printed on the parcel' }),
    sampleSchema('pick_up_on', 'Pick up on', { type: 'date', controlType: 'date' }),
    sampleSchema('ready_at', 'Ready at', { type: 'date_time', controlType: 'date_time' }),
    sampleSchema('service', 'Service', {
      controlType: 'select',
      options: [
        { value: 'express', label: 'Express, next morning' },
        { value: 'normal', label: 'Normal, 3 days' },
      ],
    }),
    sampleSchema('parcels', 'Parcels', {
      type: 'array',
      properties: [
        sampleSchema('content', 'Content'),
        sampleSchema('weight_kg', 'Weight in kg', { type: 'number' }),
        sampleSchema('fragile', 'Fragile', { type: 'boolean' }),
      ],
    }),
    sampleSchema('insured', 'Insured', { type: 'object' }),
    sampleSchema('contact_email', 'Contact', { controlType: 'email' }),
    sampleSchema('track_at', 'Tracking page', { controlType: 'url' }),
    sampleSchema('sku', 'Article number'),
    sampleSchema('quantity', 'Quantity', { type: 'integer' }),
    sampleSchema('coupon', 'Coupon', { isOptional: true }),
    sampleSchema('memo', 'Memo', { isOptional: true }),
    sampleSchema('tags', 'Tags', { type: 'array', isOptional: true }),
    sampleSchema('floor', 'Floor', { type: 'integer' }),
    sampleSchema('doorbell', 'Name on the doorbell'),
    sampleSchema('ledger_id', 'Ledger', { type: 'integer' }),
  ],
}

/** A decision under way. */
export const sampleDecision = (changes: Partial<Submission>): Submission => ({
  // As above.
  intentId: 'intent-1' as IntentId,
  status: 'sending',
  choice: 'approved',
  problem: null,
  fieldErrors: {},
  ...changes,
})
