import { expect } from 'vitest'
import type { Chapter } from '../chapter.ts'
import { history, newConversation, settled, told } from '../conversation.ts'
import { byHand, edge, execute, live, node, runAt, say, shortly } from '../graph.ts'
import type { Json, Stage } from '../stage.ts'

const eventAt = async (stage: Stage, conversationId: string, type: string): Promise<Json> =>
  (await told(stage, conversationId)).findLast((event) => event.type === type)

const types = async (stage: Stage, conversationId: string): Promise<readonly string[]> =>
  (await told(stage, conversationId)).map(({ type }) => type)

const asked = async (stage: Stage, workflowId: string, conversationId: string | null): Promise<string> => {
  const runId = await execute(stage, workflowId, conversationId === null ? {} : { conversationId })
  await runAt(stage, runId, 'waiting')
  return runId
}

/** A form, answered through the API and in the chat; what is wrong is told by its field. */
export const form: Chapter = {
  name: 'form',
  play: async (stage) => {
    const dataPoints = [
      { key: 'email', label: 'Email', type: 'Email' },
      { key: 'pin', label: 'PIN', type: 'Password' },
    ]
    const id = await live(stage, {
      nodes: [
        byHand,
        node('ask', 'form', { message: 'Who are you?', dataPoints }),
        say('thank', 'Thank you, {{email}}'),
      ],
    })
    const answer = (run: string, values: object) =>
      stage.ask('POST', `/runs/${run}/answer`, { stepId: 'ask', values })
    const alone = await asked(stage, id, null)
    const wrong = await answer(alone, { email: 'nobody' })
    expect(wrong).toMatchObject({ status: 422, type: 'application/problem+json' })
    stage.note('wrong', wrong)
    await stage.restart()
    await stage.skip(2 * 86_400_000)
    expect((await answer(alone, { email: 'ada@example.com', pin: '1234' })).status).toBe(202)
    const run = await runAt(stage, alone, 'completed')
    expect(JSON.stringify(run.steps)).not.toContain('1234')
    stage.note('alone', shortly(run))
    stage.note('late', await answer(alone, { email: 'ada@example.com', pin: '1234' }))

    const conversationId = await newConversation(stage)
    const workflowId = await asked(stage, id, conversationId)
    const { message, data_points: fields } = await eventAt(
      stage,
      conversationId,
      'workflow.intervention_required',
    )
    stage.note('asked in the chat', [message, fields])
    const values = { email: 'bob@example.com', pin: '99' }
    const command = { conversationId, workflowId, stepId: 'ask', values, idempotencyKey: 'k1' }
    stage.note('resumed', (await stage.ask('POST', '/chat/resume-workflow', command)).status)
    await runAt(stage, workflowId, 'completed')
    await settled(stage, conversationId)
    stage.note('told', await types(stage, conversationId))
    stage.note('said', await history(stage, conversationId))
  },
}

/** An approval: both ways out, through the API and in the chat, and decided once. */
export const approval: Chapter = {
  name: 'approval',
  play: async (stage) => {
    const id = await live(stage, {
      nodes: [
        byHand,
        node('ask', 'approval', { skill: 'Create refund', parameters: { amount: 12 } }),
        say('yes', 'Paid'),
        say('no', 'Kept'),
      ],
      edges: [
        edge('start', 'ask'),
        edge('ask', 'yes', { type: 'true' }),
        edge('ask', 'no', { type: 'false' }),
      ],
    })
    const alone = await asked(stage, id, null)
    await stage.restart()
    const decide = (resolution: string) =>
      stage.ask('POST', `/runs/${alone}/answer`, { stepId: 'ask', resolution, reason: 'Too much' })
    expect((await decide('rejected')).status).toBe(202)
    stage.note('rejected', shortly(await runAt(stage, alone, 'completed')))
    stage.note('again', await decide('approved'))

    const conversationId = await newConversation(stage)
    const run = await asked(stage, id, conversationId)
    const call = await eventAt(stage, conversationId, 'skill.confirmation_required')
    stage.note('asked', [call.skill_name, call.skill_parameters, call.skill_id])
    const path = `/chat/conversations/${conversationId}/skill_approval/${call.call_id}`
    const decided = [
      (await stage.ask('POST', path, { resolution: 'approved' })).status,
      (await stage.ask('POST', path, { resolution: 'rejected' })).status,
    ]
    await runAt(stage, run, 'completed')
    await settled(stage, conversationId)
    expect(await history(stage, conversationId)).toEqual([['genie', 'Paid']])
    stage.note('decided', decided)
    stage.note('told', await types(stage, conversationId))
  },
}

/** An account to connect: by its page, by the API, and skipped. */
export const connection: Chapter = {
  name: 'connection',
  play: async (stage) => {
    const id = await live(stage, {
      nodes: [
        byHand,
        node('link', 'connection', { connector: 'Salesforce' }),
        say('yes', 'Connected'),
        say('no', 'Without'),
      ],
      edges: [
        edge('start', 'link'),
        edge('link', 'yes', { type: 'true' }),
        edge('link', 'no', { type: 'false' }),
      ],
    })
    const alone = await asked(stage, id, null)
    const outcome = { stepId: 'link', outcome: 'authorized' }
    expect((await stage.ask('POST', `/runs/${alone}/answer`, outcome)).status).toBe(202)
    stage.note('authorized', shortly(await runAt(stage, alone, 'completed')))

    const conversationId = await newConversation(stage)
    const run = await asked(stage, id, conversationId)
    const asking = await eventAt(stage, conversationId, 'runtime_connection.auth_required')
    expect(asking.auth_link.connector_name).toBe('Salesforce')
    const attempt = asking.runtime_connection_attempt_id
    stage.note('link', (await stage.read('POST', `/chat/runtime_connection/${attempt}/link`)).status)
    await stage.restart()
    expect((await stage.ask('POST', `/chat/runtime_connection/${attempt}/reject`, {})).status).toBe(204)
    stage.note('skipped', shortly(await runAt(stage, run, 'completed')))
    await settled(stage, conversationId)
    stage.note('said', await history(stage, conversationId))
    stage.note('told', await types(stage, conversationId))
  },
}
