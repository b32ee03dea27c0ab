import { decodeEvent } from '@threadwork/headless/wire'
import { expect, test } from 'vitest'
import { scenarios } from './agent/choose-scenario.ts'
import { createDriver } from './fixtures/driver.ts'

test.each(['documented', 'field'] as const)(
  'serves nothing that the reader of the wire does not know (%s)',
  async (profile) => {
    const driver = createDriver({ profile, pace: 0, pingMs: 1000, idleMs: 2000 })
    const types = new Set<string>()

    for (const scenario of scenarios) {
      const conversationId = await driver.newConversation()
      const stream = await driver.send(conversationId, scenario.prompt)
      await driver.clock.advance(5000)
      // One of the workflows needs it to come to its end; the others refuse it.
      const retry = { conversationId, workflowId: null, stepId: 'render', idempotencyKey: 'k' }
      await driver.request('POST', '/api/chat/retry-step', retry)
      await driver.clock.advance(5000)
      for (const event of stream.events) {
        types.add(event.type)
        // What is optional on the wire is there as `null` once it was read.
        expect(decodeEvent(event.type, event)).toMatchObject(
          JSON.parse(JSON.stringify({ ...event, workflow_seq: undefined })),
        )
      }
    }

    expect([...types].toSorted()).toEqual([
      'agent.message',
      'business_approval.required',
      'processing.finished',
      'processing.started',
      'runtime_connection.auth_required',
      'skill.completed',
      'skill.confirmation_required',
      'skill.failed',
      'skill.running',
      'skill.stopped',
      'system.ping',
      'system.stream_interrupted',
      'workflow.completed',
      'workflow.failed',
      'workflow.intervention_required',
      'workflow.started',
      'workflow.step_completed',
      'workflow.step_failed',
      'workflow.step_started',
    ])
  },
)
