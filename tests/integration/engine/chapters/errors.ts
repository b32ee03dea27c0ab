import { expect } from 'vitest'
import type { Chapter } from '../chapter.ts'
import { byHand, draft, edge, node, say } from '../graph.ts'

/** What cannot be taken is told as problem+json, with the place and what to do. */
export const errors: Chapter = {
  name: 'errors',
  play: async (stage) => {
    const id = await draft(stage, {
      nodes: [
        byHand,
        node('call', 'http-request', { url: '', method: 'HEAD' }),
        node('again', 'manual'),
        say('lost', '{{nowhere}}'),
      ],
      edges: [edge('start', 'call'), edge('call', 'gone')],
    })
    const validated = await stage.read('GET', `/workflows/${id}/validate`)
    expect(validated.isSound).toBe(false)
    stage.note('problems', validated.problems)
    const tried: readonly (readonly [string, string, unknown])[] = [
      ['POST', `/workflows/${id}/publish`, {}],
      ['POST', `/workflows/${id}/execute`, {}],
      ['POST', '/workflows', { description: 7, colour: 'red' }],
      ['POST', '/workflows', '{"name":'],
      ['POST', '/workflows', '[]'],
      ['PATCH', `/workflows/${id}`, { nodes: [{ id: 'a b', type: 'manual', name: 'x' }] }],
      ['POST', '/nodes', { workflowId: id, id: 'call', type: 'manual', name: 'twice' }],
      ['POST', '/edges', { workflowId: id, source: 'start', target: 'nobody' }],
      ['GET', '/workflows/none', undefined],
      ['GET', '/workflows?status=dead', undefined],
      ['GET', '/runs?limit=0', undefined],
      ['GET', '/runs/none', undefined],
      ['POST', '/runs/none/answer', { stepId: 'x' }],
      ['POST', `/workflows/${id}/schedules`, { timing: { type: 'once', at: 'tomorrow' } }],
      ['POST', '/tools', { name: 'x y', content: { type: 'magic' } }],
      ['POST', '/workflows/import', { format: 'other/9' }],
      ['GET', '/nothing', undefined],
    ]
    for (const [method, path, body] of tried) {
      const answer = await stage.ask(method, path, body)
      expect(answer.type, `${method} ${path}`).toBe('application/problem+json')
      expect(answer.body).toMatchObject({ status: answer.status, detail: expect.stringMatching(/\.$/u) })
      stage.note(`${method} ${path}`, [answer.status, answer.body])
    }
  },
}

/** A workflow may not start itself: by one action, or in a circle with another. */
export const loops: Chapter = {
  name: 'loops',
  play: async (stage) => {
    const make = (name: string, type: string, config: object, action: object) =>
      draft(stage, { name, dialect: 'conversation', nodes: [node('trigger', type, config), action] })
    const own = await make(
      'Own',
      'Label Added',
      { Labels: ['VIP'] },
      node('add', 'Add Label', { Labels: ['VIP'] }),
    )
    const refused = await stage.ask('POST', `/workflows/${own}/publish`, {})
    expect(refused.status).toBe(422)
    stage.note('own', refused)
    const one = await make('One', 'Conversation Starred', {}, node('add', 'Add Label', { Labels: ['VIP'] }))
    const two = await make('Two', 'Label Added', { Labels: ['VIP'] }, node('star', 'Star Conversation'))
    stage.note('one', (await stage.ask('POST', `/workflows/${one}/publish`, {})).status)
    const circle = await stage.ask('POST', `/workflows/${two}/publish`, {})
    expect(circle.status).toBe(422)
    stage.note('circle', circle)
    stage.note(
      'one trigger',
      await stage.ask('POST', '/workflows', { name: 'None', dialect: 'conversation', trigger: 'Nonsense' }),
    )
  },
}
