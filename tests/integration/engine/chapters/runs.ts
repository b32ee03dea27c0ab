import { expect } from 'vitest'
import type { Chapter } from '../chapter.ts'
import { newConversation, settled, told } from '../conversation.ts'
import { byHand, draft, execute, live, node, outputs, runAt, runOf, say, shortly } from '../graph.ts'
import type { Json } from '../stage.ts'

/** A run that fails: shown with its error, retried from the failed step, its input copied; and one that is cancelled. */
export const failing: Chapter = {
  name: 'failing',
  play: async (stage) => {
    const call = (url: string) => [
      byHand,
      say('hello', 'Hello {{who}}'),
      node('call', 'http-request', { url }),
      say('done', 'Done'),
    ]
    const mended = await live(stage, { dialect: 'graph', nodes: call('https://mended.example.com/state') })
    const run = await execute(stage, mended, { input: { who: 'Ada' } })
    const failed = await runAt(stage, run, 'failed')
    expect([failed.statusWord, failed.error]).toEqual(['Failed', expect.any(String)])
    stage.note('failed', shortly(failed))
    await stage.restart()
    stage.note('input', await stage.read('GET', `/runs/${run}/input`))
    expect((await stage.ask('POST', `/runs/${run}/retry`, {})).status).toBe(202)
    const whole = await runAt(stage, run, 'completed')
    expect(whole.steps.find((step: Json) => step.id === 'call').attempt).toBe(2)
    stage.note('retried', shortly(whole))
    stage.note('retried again', await stage.ask('POST', `/runs/${run}/retry`, {}))

    const broken = await live(stage, {
      name: 'Broken',
      dialect: 'graph',
      nodes: call('https://broken.example.com/'),
    })
    const given = await execute(stage, broken, { input: { who: 'Bob' } })
    await runAt(stage, given, 'failed')
    const copied = await stage.read('GET', `/runs/${given}/input`)
    const second = await execute(stage, broken, { input: copied.input, version: copied.version })
    expect(outputs(await runAt(stage, second, 'failed')).hello.text).toBe('Hello Bob')
    expect((await stage.ask('POST', `/runs/${second}/cancel`)).status).toBe(202)
    stage.note('cancelled', shortly(await runAt(stage, second, 'cancelled')))
    stage.note('cancelled again', await stage.ask('POST', `/runs/${second}/cancel`))
    stage.note('stats', await stage.read('GET', `/workflows/${broken}/stats`))
    const listed = (await stage.read('GET', '/runs?status=Failed')).runs
    stage.note(
      'failed ones',
      listed.map((each: Json) => [each.workflowName, each.statusWord]),
    )
  },
}

/** In the chat, a failed run says the workflow’s own sentence, and is retried from its card. */
export const fallback: Chapter = {
  name: 'fallback',
  play: async (stage) => {
    const id = await live(stage, {
      nodes: [
        byHand,
        node('call', 'http-request', { url: 'https://mended.example.com/once' }),
        say('done', 'Done'),
      ],
      settings: { fallbackMessage: 'Sorry, we could not reach the shop.' },
    })
    const conversationId = await newConversation(stage)
    const workflowId = await execute(stage, id, { conversationId })
    await runAt(stage, workflowId, 'failed')
    stage.note(
      'failed',
      (await told(stage, conversationId)).map(({ type, message }) => [type, message]),
    )
    const command = { conversationId, workflowId, stepId: 'call', idempotencyKey: 'again' }
    expect((await stage.ask('POST', '/chat/retry-step', command)).status).toBe(202)
    await runAt(stage, workflowId, 'completed')
    await settled(stage, conversationId)
    stage.note(
      'told',
      (await told(stage, conversationId)).map(({ type }) => type),
    )
  },
}

/** More runs than there may be at once wait for their turn, and say why. */
export const turns: Chapter = {
  name: 'turns',
  play: async (stage) => {
    const id = await live(stage, {
      nodes: [byHand, node('wait', 'delay', { amount: 1, unit: 'hours' })],
      settings: { holdsSlotWhileWaiting: true },
    })
    const limit = (body: object) => stage.read('PATCH', '/settings/concurrency', body)
    expect((await stage.read('GET', '/settings/concurrency')).limit).toBe(50)
    stage.note('capped', await limit({ workflowId: id, limit: 1 }))
    const first = await execute(stage, id)
    const second = await execute(stage, id)
    await runAt(stage, first, 'waiting')
    const queued = await runAt(stage, second, 'queued')
    expect(queued.queuedBecause).toContain('may have 1 run at once')
    stage.note('queued', queued.queuedBecause)
    await stage.restart()
    expect((await runAt(stage, second, 'queued')).queuedBecause).toBe(queued.queuedBecause)
    stage.note('as the team', await limit({ workflowId: id, limit: 0 }))
    await runAt(stage, second, 'waiting')
    stage.note('for the team', await limit({ limit: 2 }))
    const third = await execute(stage, id)
    stage.note('queued for the team', (await runAt(stage, third, 'queued')).queuedBecause)
    stage.note('refused', await stage.ask('PATCH', '/settings/concurrency', { limit: 0 }))
    await stage.skip(3_600_000)
    await runAt(stage, third, 'waiting')
    await stage.skip(3_600_000)
    for (const run of [first, second, third]) await runAt(stage, run, 'completed')
  },
}

/** A test is a run with sample data, and is labelled as one. */
export const testing: Chapter = {
  name: 'testing',
  play: async (stage) => {
    const trigger = node('trigger', 'Label Added', { Labels: ['VIP'] })
    const id = await draft(stage, {
      dialect: 'conversation',
      nodes: [trigger, say('say', '{{trigger.labels}} for {{contact.name}}: {{message.text}}')],
    })
    const sample = await stage.read('GET', `/workflows/${id}/test`)
    stage.note('sample', sample)
    const test = async (body: object) => (await stage.read('POST', `/workflows/${id}/test`, body)).id
    const plain = await runAt(stage, await test({}), 'completed')
    const contact = { name: 'Grace' }
    const edited = await runAt(stage, await test({ trigger: { ...sample.trigger, contact } }), 'completed')

    expect([plain.mode, plain.version]).toEqual(['test', null])
    expect(outputs(edited).say.text).toContain('for Grace')
    stage.note('plain', shortly(plain))
    stage.note('edited', [edited.trigger, outputs(edited).say])
    await stage.read('POST', `/workflows/${id}/publish`, {})
    await runOf(stage, id)
    const modes = []
    for (const mode of ['test', 'manual', 'production'])
      modes.push([mode, (await stage.read('GET', `/runs?workflowId=${id}&mode=${mode}`)).total])
    expect(modes).toEqual([
      ['test', 2],
      ['manual', 1],
      ['production', 0],
    ])
    stage.note('executions', (await stage.read('GET', `/workflows/${id}`)).executions)
  },
}

/** A run’s progress as server-sent events, to its end, and only to its team. */
export const progress: Chapter = {
  name: 'progress',
  play: async (stage) => {
    const id = await live(stage, { nodes: [byHand, say('one', 'One'), say('two', 'Two')] })
    const run = await runOf(stage, id)
    const stream = await stage.ask('GET', `/runs/${run.id}/events`)
    expect(stream.type).toBe('text/event-stream')
    stage.note(
      'events',
      stream.body.split('\n').filter((line: string) => line.startsWith('event:')),
    )
    const other = { 'X-IDP-User-Id': 'mallory' }
    const tried = []
    for (const path of [
      `/runs/${run.id}`,
      `/runs/${run.id}/events`,
      `/workflows/${id}`,
      `/workflows/${id}/export`,
    ])
      tried.push((await stage.ask('GET', path, undefined, other)).status)
    tried.push((await stage.ask('POST', `/workflows/${id}/execute`, {}, other)).status)
    expect(new Set(tried)).toEqual(new Set([404]))
    stage.note('for others', (await stage.ask('GET', '/runs', undefined, other)).body)
  },
}
