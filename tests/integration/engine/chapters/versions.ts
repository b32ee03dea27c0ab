import { expect } from 'vitest'
import type { Chapter } from '../chapter.ts'
import { byHand, draft, edge, execute, node, outputs, runAt, runOf, say } from '../graph.ts'
import type { Json, Stage } from '../stage.ts'

const saying = (text: string) => ({ nodes: [byHand, say('say', text)], edges: [edge('start', 'say')] })
const rewrite = (stage: Stage, id: string, text: string): Promise<Json> =>
  stage.read('PATCH', `/workflows/${id}`, saying(text))
const figures = ({ status, activeVersion, savedVersion, lastVersion, hasUnsavedChanges }: Json): object => ({
  status,
  activeVersion,
  savedVersion,
  lastVersion,
  hasUnsavedChanges,
})

/** Of a workflow of seed 002: version 0 is there and active, Save commits to it, named versions stand beside. */
export const versions: Chapter = {
  name: 'versions',
  play: async (stage) => {
    const id = await draft(stage, { dialect: 'graph', ...saying('first') })
    const on = (path: string, body: object = {}) => stage.read('POST', `/workflows/${id}${path}`, body)
    const said = async (body: object = {}): Promise<string> => outputs(await runOf(stage, id, body)).say.text
    stage.note('published', figures(await on('/publish')))
    await rewrite(stage, id, 'second')
    stage.note('named', await on('/versions', { name: 'Friendlier' }))
    stage.note('two', (await stage.read('GET', `/workflows/${id}/versions`)).total)
    expect(await said()).toBe('first')
    expect(await said({ version: 1 })).toBe('second')

    stage.note('activated', figures(await on('/versions/1/activate')))
    expect(await said()).toBe('second')
    await stage.restart()
    stage.note('compared', await stage.read('GET', `/workflows/${id}/versions/compare?from=0&to=1`))
    await rewrite(stage, id, 'third')
    stage.note('edited', figures(await stage.read('GET', `/workflows/${id}`)))
    stage.note('cleared', figures(await on('/clear')))
    await rewrite(stage, id, 'fourth')
    stage.note('saved', figures(await on('/save')))
    expect(await said()).toBe('fourth')
    stage.note('restored', figures(await on('/versions/0/restore')))
    stage.note('edited any', await stage.read('PATCH', `/workflows/${id}/versions/0`, { name: 'The first' }))
    stage.note('refused', await stage.ask('POST', `/workflows/${id}/versions/7/activate`))
  },
}

/** A run keeps the version that it began with, whatever is activated meanwhile. */
export const keptVersion: Chapter = {
  name: 'kept-version',
  play: async (stage) => {
    const waiting = (text: string) => [
      byHand,
      node('wait', 'delay', { amount: 1, unit: 'days' }),
      say('say', text),
    ]
    const id = await draft(stage, { dialect: 'graph', nodes: waiting('old') })
    await stage.read('POST', `/workflows/${id}/publish`, {})
    const early = await execute(stage, id)
    await runAt(stage, early, 'waiting')
    await stage.read('PATCH', `/workflows/${id}`, { nodes: waiting('new') })
    await stage.read('POST', `/workflows/${id}/versions`, { name: 'New' })
    await stage.read('POST', `/workflows/${id}/versions/1/activate`)
    const late = await execute(stage, id)
    await runAt(stage, late, 'waiting')
    await stage.restart()
    await stage.skip(86_400_000)

    const runs = [await runAt(stage, early, 'completed'), await runAt(stage, late, 'completed')]

    expect(runs.map((run) => [run.version, outputs(run).say.text])).toEqual([
      [0, 'old'],
      [1, 'new'],
    ])
    stage.note(
      'runs',
      runs.map(({ version, status }) => [version, status]),
    )
  },
}

/** Clones, and what goes out as a document and comes in again. */
export const copies: Chapter = {
  name: 'copies',
  play: async (stage) => {
    const nodes = [
      byHand,
      say('say', 'Hello'),
      node('beam', 'TELEPORT', { to: 'Mars', deep: { kept: [1, null] } }),
    ]
    const id = await draft(stage, { dialect: 'graph', nodes })
    const on = (path: string, body: object = {}) => stage.read('POST', `/workflows/${id}${path}`, body)
    await on('/versions', { name: 'One' })
    await on('/versions', { name: 'Two' })
    const whole = await on('/clone', { name: 'All of it' })
    const some = await on('/clone', { name: 'Some of it', versions: [2] })
    stage.note('clones', [figures(whole), figures(some), whole.versions, some.versions])

    const exported = await stage.read('GET', `/workflows/${id}/export`)
    const imported = await stage.read('POST', '/workflows/import', exported)
    const again = await stage.read('GET', `/workflows/${imported.id}/export`)

    expect(again).toEqual(exported)
    expect(JSON.stringify(exported)).toContain('"type":"TELEPORT"')
    stage.note('exported', exported)
    stage.note('imported', figures(imported))
    const refused = await stage.ask('DELETE', `/workflows/${id}`, { confirm: 'another' })
    expect(refused.status).toBe(422)
    stage.note('refused', refused)
    stage.note('deleted', await stage.ask('DELETE', `/workflows/${id}`, { confirm: 'Order help' }))
    expect((await stage.ask('GET', `/workflows/${id}`)).status).toBe(404)
  },
}

/** Of a workflow of seed 004: drafts, Save makes versions, Publish activates, and the four statuses. */
export const statuses: Chapter = {
  name: 'statuses',
  play: async (stage) => {
    const { id, trigger } = await stage.read('POST', '/workflows', {
      name: 'Follow-up',
      dialect: 'conversation',
    })
    expect(trigger.typeWord).toBe('New Conversation')
    const on = (path: string) => stage.read('POST', `/workflows/${id}${path}`, {})
    const turn = (status: string) => stage.ask('PATCH', `/workflows/${id}`, { status })
    await stage.read('POST', '/nodes', {
      workflowId: id,
      id: 'star',
      type: 'Star Conversation',
      name: 'Star',
    })
    await stage.read('POST', '/edges', { workflowId: id, source: 'trigger', target: 'star' })
    stage.note('saved', figures(await on('/save')))
    stage.note('published', figures(await on('/publish')))
    await stage.read('DELETE', `/nodes/star?workflowId=${id}`)
    stage.note('cleared', figures(await on('/clear')))
    for (const status of ['paused', 'archived', 'active', 'draft', 'active']) {
      const answer = await turn(status)
      stage.note(`turned ${status}`, answer.status < 300 ? answer.body.statusWord : answer)
    }
    stage.note('active ones', (await stage.read('GET', '/workflows?status=active&sort=name')).total)
    stage.note('listed', (await stage.read('GET', '/workflows')).workflows)
  },
}
