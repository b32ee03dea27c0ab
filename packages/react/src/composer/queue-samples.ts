import type { FileId, IntentId, QueuedMessage } from '@threadwork/core'

const waiting = (id: string, text: string, part: Partial<QueuedMessage> = {}): QueuedMessage => ({
  // Samples name their ids by hand; a brand costs nothing at run time.
  intentId: id as IntentId,
  text,
  attachments: [],
  waitsFor: 'turn',
  ...part,
})

/** Two messages that wait for the running turn, as stories and tests show them. */
export const sampleQueue: readonly QueuedMessage[] = [
  waiting('one', 'And can the lamp be delivered to my office instead?'),
  waiting('two', 'Here is the photo that you asked for.', {
    attachments: [{ fileId: 'file-1' as FileId, name: 'lamp.png', mediaType: 'image/png', size: 184_000 }],
  }),
]

/** The same, held up by something that failed. */
export const sampleHeldQueue: readonly QueuedMessage[] = sampleQueue.map((message) => ({
  ...message,
  waitsFor: 'failure',
}))
