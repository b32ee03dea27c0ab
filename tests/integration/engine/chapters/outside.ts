import { expect } from 'vitest'
import type { Chapter } from '../chapter.ts'
import { byHand, edge, live, node, outputs, runAt, runOf, shortly } from '../graph.ts'
import { signed } from '../signed.ts'
import type { Json } from '../stage.ts'

/** A webhook from outside starts a workflow: signed, once for each id, and nobody else’s. */
export const inbound: Chapter = {
  name: 'inbound',
  play: async (stage) => {
    const id = await live(stage, {
      nodes: [
        node('trigger', 'webhook-received'),
        node('say', 'send-message', { text: '{{trigger.body.order}}' }),
      ],
    })
    const { secret, path } = await stage.read('GET', `/workflows/${id}/webhook-secret`)
    expect([secret.slice(0, 6), path]).toEqual(['whsec_', `/hooks/${id}`])
    const body = JSON.stringify({ order: 'A-1' })
    const at = Math.floor(Date.parse((await stage.read('GET', `/workflows/${id}`)).updatedAt) / 1000)
    const send = async (key: string, webhookId: string) =>
      stage.ask('POST', path, body, await signed({ key, webhookId, at, body }))
    const first = await send(secret, 'evt_1')
    expect(first.status).toBe(202)
    await stage.restart()
    expect((await send(secret, 'evt_1')).body.runId).toBe(first.body.runId)
    const run = await runAt(stage, first.body.runId, 'completed')
    expect([run.mode, outputs(run).say.text]).toEqual(['production', 'A-1'])
    stage.note('run', shortly(run))
    const forged = await send('whsec_bm90IHRoZSBrZXksIGJ1dCBhcyBsb25nIGFzIGl0', 'evt_2')
    expect(forged.status).toBe(401)
    stage.note('forged', forged)
    stage.note('unsigned', await stage.ask('POST', path, body))
    stage.note('nobody’s', await stage.ask('POST', '/hooks/none', body))
    expect((await stage.read('GET', '/runs')).total).toBe(1)
  },
}

/** Webhooks to others: signed, Zapier and Make by their URLs, and the ids of deliveries. */
export const outbound: Chapter = {
  name: 'outbound',
  play: async (stage) => {
    const hook = (id: string, type: string, host: string) =>
      node(id, type, {
        url: `https://${host}.example.com/hook`,
        event: 'order.cancelled',
        payload: { order: '{{order}}' },
      })
    const id = await live(stage, {
      dialect: 'agent',
      nodes: [
        byHand,
        hook('own', 'webhook', 'own'),
        hook('zap', 'Zapier', 'zapier'),
        hook('make', 'Make', 'make'),
      ],
    })
    const run = await runOf(stage, id, { input: { order: 'A-1' } })
    const sent = ['own', 'zapier', 'make'].flatMap((host) => stage.heard(`https://${host}.`))
    expect(sent).toHaveLength(3)
    for (const { headers } of sent) {
      expect(headers['webhook-id']).toMatch(/\S/u)
      expect(headers['webhook-signature']).toMatch(/^v1,/u)
    }
    stage.note(
      'sent',
      sent.map(({ url, body }) => [url, JSON.parse(body).type, JSON.parse(body).data]),
    )
    stage.note(
      'run',
      run.steps.map((step: Json) => [step.typeWord, step.status]),
    )
    stage.note(
      'deliveries',
      (await stage.read('GET', '/deliveries')).deliveries
        .map((each: Json) => [each.event, each.url, each.status, each.attempts])
        // Companions leave at once: which of them arrives first is nobody's promise.
        .toSorted((one: Json, other: Json) => (one[1] < other[1] ? -1 : 1)),
    )
  },
}

const minuteMs = 60_000

/** Schedules: once at a moment, and again and again by a cron line, each at its time, through a restart. */
export const schedules: Chapter = {
  name: 'schedules',
  play: async (stage) => {
    const id = await live(stage, {
      nodes: [byHand, node('tick', 'http-request', { url: 'https://clock.example.com/{{what}}' })],
    })
    const { updatedAt } = await stage.read('GET', `/workflows/${id}`)
    const at = new Date(Date.parse(updatedAt) + 90 * minuteMs).toISOString()
    const plan = (timing: object, what: string) =>
      stage.read('POST', `/workflows/${id}/schedules`, { timing, input: { what } })
    await plan({ type: 'once', at }, 'once')
    const hourly = await plan({ type: 'cron', expression: '30 * * * *', timezone: 'UTC' }, 'hourly')
    expect(new Date(hourly.nextAt).getUTCMinutes()).toBe(30)
    stage.note(
      'refused',
      await stage.ask('POST', `/workflows/${id}/schedules`, {
        timing: { type: 'cron', expression: '99 * * * *' },
      }),
    )
    await stage.skip(60 * minuteMs)
    await stage.restart()
    await stage.skip(60 * minuteMs)
    await stage.until('/runs?status=completed', ({ total }) => total === 3)
    await stage.read('PATCH', `/workflows/${id}/schedules/${hourly.id}`, { isEnabled: false })
    await stage.skip(120 * minuteMs)

    expect(stage.heard('https://clock.').map(({ url }) => url.split('/').at(-1))).toEqual([
      'hourly',
      'hourly',
      'once',
    ])
    const { runs } = await stage.read('GET', '/runs')
    stage.note(
      'runs',
      runs.map(({ mode, status }: Json) => [mode, status]),
    )
    const { schedules: kept } = await stage.read('GET', `/workflows/${id}/schedules`)
    stage.note(
      'schedules',
      kept.map(({ timing, isEnabled, nextAt }: Json) => [timing.type, isEnabled, nextAt === null]).toSorted(),
    )
  },
}

/** What nodes use: tools of every kind, text messages, documents, other runs, and models that judge. */
export const tools: Chapter = {
  name: 'tools',
  play: async (stage) => {
    const add = (name: string, content: object) => stage.read('POST', '/tools', { name, content })
    await add('shout', {
      type: 'javascript',
      code: 'function main({ word }) { return { loud: word.toUpperCase() } }',
    })
    await add('order', {
      type: 'api',
      method: 'GET',
      url: 'https://orders.example.com/{{number}}',
      headers: [],
      body: null,
    })
    await add('manual', { type: 'knowledge', collection: 'manual', limit: 1 })
    await stage.read('POST', '/documents', {
      title: 'Returns',
      text: 'A return is free within thirty days.',
      collection: 'manual',
    })
    await stage.read('POST', '/documents', {
      title: 'Shipping',
      text: 'Shipping takes two days.',
      collection: 'manual',
    })
    const schema = {
      type: 'object',
      properties: { topic: { enum: ['returns', 'other'] } },
      required: ['topic'],
    }
    const id = await live(stage, {
      nodes: [
        byHand,
        node('code', 'tool', {
          tool: 'shout',
          input: { word: '{{word}}' },
          outputMapping: [{ path: 'loud', variable: 'loud' }],
        }),
        node('api', 'tool', { tool: 'order', input: { number: 'A-1' } }),
        node('look', 'tool', { tool: 'manual', input: { query: 'free return' } }),
        node('sms', 'send-sms', { to: '+4930123', message: '{{loud}}' }),
        node('worker', 'worker-llm', {
          systemPrompt: 'Is it about returns?',
          outputSchema: schema,
          onFailure: 'continue',
        }),
        node('fetch', 'run-fetch', { onFailure: 'continue', saveAs: 'earlier' }),
      ],
    })
    const first = await runOf(stage, id, { input: { word: 'hello' } })
    const found = outputs(first)
    expect([found.code, JSON.stringify(found.look)]).toEqual([
      { loud: 'HELLO' },
      expect.stringContaining('free within thirty days'),
    ])
    stage.note('first', shortly(first))
    const judge = await live(stage, {
      name: 'Judge',
      nodes: [
        byHand,
        node('fetch', 'run-fetch', { workflowId: id }),
        node('judge', 'run-evaluator', {
          runId: '{{steps.fetch.output.id}}',
          criteria: ['The text message was sent'],
        }),
      ],
      edges: [edge('start', 'fetch'), edge('fetch', 'judge')],
    })
    const judged = await runOf(stage, judge)
    expect(outputs(judged).fetch.id).toBe(first.id)
    stage.note('judged', outputs(judged).judge)
    stage.note(
      'sms',
      (await stage.read('GET', '/sms')).messages.map((each: Json) => [each.to, each.text]).toSorted(),
    )
  },
}
