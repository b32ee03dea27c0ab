import type { ApprovalItem, CallId, IntentId, RunId, Submission } from '@threadwork/core'

// Samples name their ids by hand; a brand costs nothing at run time.
const callId = 'call-1' as CallId
const runId = 'run-1' as RunId

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
    { name: 'order_id', label: 'Order', type: 'string', controlType: null, isOptional: false, hint: null },
    { name: 'amount', label: 'Amount', type: 'string', controlType: null, isOptional: false, hint: null },
    {
      name: 'pay_back_to',
      label: 'Pay back to',
      type: 'string',
      controlType: null,
      isOptional: false,
      hint: null,
    },
    {
      name: 'note',
      label: 'Note to customer',
      type: 'string',
      controlType: null,
      isOptional: true,
      hint: null,
    },
  ],
  status: 'awaiting',
  by: null,
  error: null,
  startedAt: null,
  endedAt: null,
  submission: null,
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
