import { expect } from 'vitest'
import type { Chapter } from '../chapter.ts'
import { execute, runAt, shortly } from '../graph.ts'

/** By the paths and the words of seed 002. */
export const building: Chapter = {
  name: 'building',
  play: async (stage) => {
    const created = await stage.ask('POST', '/workflows', {
      name: 'Order help',
      description: 'Greets, and says goodbye.',
      category: 'Support',
    })
    expect(created.status).toBe(201)
    const workflowId: string = created.body.id
    const add = (id: string, type: string, config: object) =>
      stage.ask('POST', '/nodes', { workflowId, id, type, name: id, config, position: { x: 10, y: 20 } })
    stage.note('created', created.body)
    stage.note('node', await add('greet', 'SAY_STATIC', { texts: ['Hello {{customer}}'] }))
    stage.note('node', await add('look', 'HTTP_REQUEST', { url: 'https://echo.example.com/a' }))
    stage.note('node', await add('bye', 'END_CONVERSATION', {}))
    stage.note(
      'edge',
      await stage.ask('POST', '/edges', { workflowId, id: 'one', source: 'greet', target: 'bye' }),
    )
    stage.note('moved', await stage.ask('PATCH', '/edges/one', { workflowId, target: 'look' }))
    await stage.read('POST', '/edges', { workflowId, id: 'two', source: 'look', target: 'bye' })
    await stage.read('POST', '/edges', {
      workflowId,
      id: 'three',
      source: 'greet',
      target: 'bye',
      type: 'companion',
    })
    expect((await stage.ask('DELETE', `/edges/three?workflowId=${workflowId}`)).status).toBe(204)
    const changed = { URL: 'https://echo.example.com/orders', Method: 'GET' }
    await stage.read('PATCH', '/nodes/look', { workflowId, config: changed })
    stage.note('read', await stage.read('GET', `/nodes/look?workflowId=${workflowId}`))
    stage.note('sound', await stage.read('GET', `/workflows/${workflowId}/validate`))

    const first = await execute(stage, workflowId, { input: { customer: 'Ada' }, idempotencyKey: 'once' })
    expect(await execute(stage, workflowId, { input: { customer: 'Bob' }, idempotencyKey: 'once' })).toBe(
      first,
    )
    const run = await runAt(stage, first, 'completed')

    expect(run.steps.map((step: { typeWord: string }) => step.typeWord)).toEqual(
      expect.arrayContaining(['SAY_STATIC', 'HTTP_REQUEST', 'END_CONVERSATION']),
    )
    expect(run.statusWord).toBe('Completed')
    stage.note('run', shortly(run))
    stage.note(
      'completed runs',
      (await stage.read('GET', `/runs?workflowId=${workflowId}&status=Completed`)).total,
    )
    stage.note('workflow', await stage.read('GET', `/workflows/${workflowId}`))
    stage.note('found', (await stage.read('GET', '/workflows?search=order&category=Support')).total)
  },
}
