import { expect } from 'vitest'
import type { Chapter } from '../chapter.ts'
import { history, newConversation, sayTo, settled, told } from '../conversation.ts'
import { execute, runAt, shortly } from '../graph.ts'
import type { Json, Stage } from '../stage.ts'

/** Makes a template’s workflow, with its secrets, and sets it live. */
const shipped = async (stage: Stage, template: string): Promise<string> => {
  const { secrets } = await stage.read('GET', `/templates/${template}`)
  for (const { name, hosts } of secrets)
    await stage.read('POST', '/global-variables', { name, value: 'sk-of-the-team', is_secret: true, hosts })
  const { id } = await stage.read('POST', `/templates/${template}/workflows`, {})
  await stage.read('POST', `/workflows/${id}/publish`, {})
  return id
}

const started = async (stage: Stage, workflowId: string): Promise<Json> => {
  const { runs } = await stage.until(`/runs?workflowId=${workflowId}`, ({ total }) => total > 0)
  return runs[0]
}

/** The run of a template that something in a conversation started, at its end. */
const ended = async (stage: Stage, workflowId: string): Promise<Json> =>
  runAt(stage, (await started(stage, workflowId)).id, 'completed')

/** The four examples of seed 004, each from what happens in a conversation to its end. */
export const conversationTemplates: Chapter = {
  name: 'conversation-templates',
  play: async (stage) => {
    const assign = await shipped(stage, 'auto-assign-by-channel')
    const follow = await shipped(stage, 'delayed-follow-up')
    const label = await shipped(stage, 'smart-labeling-and-escalation')
    const notify = await shipped(stage, 'notify-an-external-system')
    const id = await newConversation(stage)
    const message = 'This is urgent: nothing works'
    await stage.read('POST', `/chat/conversations/${id}/messages`, { message })
    stage.note('assigned', shortly(await ended(stage, assign)))
    stage.note('labelled', shortly(await ended(stage, label)))
    const waiting = await started(stage, follow)
    await runAt(stage, waiting.id, 'waiting')
    await stage.restart()
    await stage.skip(3_600_000)
    const followed = await runAt(stage, waiting.id, 'completed')
    expect(followed.steps.map((step: Json) => step.nodeId)).toContain('check-in')
    stage.note('followed up', shortly(followed))
    await stage.read('PATCH', `/conversations/${id}`, { status: 'resolved' })
    await ended(stage, notify)
    const [sent] = stage.heard('https://hooks.example.com/')
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({ conversation: id, labels: ['Urgent'] })
    stage.note('conversation', await stage.read('GET', `/conversations/${id}`))
  },
}

/** The use cases of seed 003: leads, requests, escalation, and signals at the end. */
export const agentTemplates: Chapter = {
  name: 'agent-templates',
  play: async (stage) => {
    const requests = await shipped(stage, 'process-requests')
    const escalation = await shipped(stage, 'smart-escalation')
    const leads = await shipped(stage, 'collect-leads')
    const signals = await shipped(stage, 'automatic-signal-application')
    const id = await newConversation(stage)
    const { userId } = await stage.read('GET', `/conversations/${id}`)
    await stage.read('PATCH', `/contacts/${userId}/memory`, { memory: { last_order: 'A-17' } })

    await sayTo(stage, id, 'Please cancel my order')
    stage.note('request', shortly(await ended(stage, requests)))
    const [sent] = stage.heard('https://orders.example.com/')
    expect([sent?.url, sent?.headers['authorization']]).toEqual([
      'https://orders.example.com/orders/A-17/cancel',
      'Bearer sk-of-the-team',
    ])

    const lead = await execute(stage, leads, { conversationId: id })
    stage.note('lead', shortly(await runAt(stage, lead, 'completed')))

    const handed = await execute(stage, escalation, { conversationId: id })
    await runAt(stage, handed, 'waiting')
    const values = { name: 'Ada', email: 'ada@example.com' }
    await stage.read('POST', `/runs/${handed}/answer`, { stepId: 'escalate', values })
    stage.note('escalated', shortly(await runAt(stage, handed, 'completed')))
    const { escalations } = await stage.read('GET', '/escalations')
    expect(escalations).toHaveLength(1)
    expect(escalations[0]).toMatchObject({ team: 'support', contact: values })
    const taken = await stage.read('PATCH', `/escalations/${escalations[0].id}`, { status: 'closed' })
    stage.note('escalation', [taken.status, taken.team, taken.note, taken.contact])

    await stage.read('PATCH', `/conversations/${id}`, { status: 'resolved' })
    stage.note('signals', shortly(await ended(stage, signals)))
    await settled(stage, id)
    stage.note('said', await history(stage, id))
    expect((await told(stage, id)).map(({ type }) => type)).toContain('workflow.intervention_required')
  },
}

/** The intake of a patient of seed 002, with its form answered in the chat. */
export const patientIntake: Chapter = {
  name: 'patient-intake',
  play: async (stage) => {
    const id = await shipped(stage, 'patient-intake')
    const conversationId = await newConversation(stage)
    const input = { patient_name: 'Ada Lovelace', patient_phone: '+49301234567' }
    const workflowId = await execute(stage, id, { conversationId, input })
    await runAt(stage, workflowId, 'waiting')
    await stage.restart()
    const values = { birth_date: '1990-12-10', reason: 'A routine check', preferred_day: '2026-12-01' }
    const command = { conversationId, workflowId, stepId: 'details', values, idempotencyKey: 'k' }
    expect((await stage.ask('POST', '/chat/resume-workflow', command)).status).toBe(202)
    const run = await runAt(stage, workflowId, 'completed')
    await settled(stage, conversationId)
    stage.note('run', shortly(run))
    stage.note('said', await history(stage, conversationId))
    stage.note(
      'sms',
      (await stage.read('GET', '/sms')).messages.map(({ to, text }: Json) => [to, text]).toSorted(),
    )
    expect(stage.heard('https://records.example.com/')[0]?.headers['authorization']).toBe(
      'Bearer sk-of-the-team',
    )
  },
}
