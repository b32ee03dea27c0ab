import { describe, expect, test } from 'vitest'
import type { WorkflowGraph } from '../workflow.ts'
import { chain, edge, end, graph, http, node, say, start, told } from './fixtures/small-graphs.ts'

describe('secrets (I33, I37)', () => {
  const secrets = [
    { name: 'crm_key', hosts: ['api.example.com', '*.crm.example.org', 'local.example.com:8080'] },
    { name: 'lost', hosts: [] },
  ]
  const header = (url: string, value = 'Bearer {{crm_key}}'): WorkflowGraph =>
    chain(start, http({ url, headers: [{ name: 'Authorization', value }] }))
  const refusal = (graph: WorkflowGraph): readonly string[] => told(graph, { secrets, globals: ['base_url'] })

  test.each([
    'https://api.example.com/v1?key={{crm_key}}',
    'https://API.example.com:443',
    'https://eu.crm.example.org/{{contact.id}}',
    'https://local.example.com:8080/',
  ])('may go to %s', (url) => {
    expect(refusal(header(url))).toEqual([])
  })

  test.each([
    ['https://evil.example.net/', 'evil.example.net'],
    ['https://api.example.com.evil.example.net/', 'api.example.com.evil.example.net'],
    ['https://crm.example.org/', 'crm.example.org'],
    ['https://api.example.com:8443/', 'api.example.com:8443'],
    ['http://api.example.com/', 'api.example.com:80'],
  ])('may not go to %s', (url, host) => {
    expect(refusal(header(url))).toEqual([
      `error nodes[1].config.headers[0].value: The secret “crm_key” would go to “${host}”, but it is bound to api.example.com, *.crm.example.org, local.example.com:8080; change the URL, or bind the secret to this host.`,
    ])
  })

  test.each([
    'https://{{base_url}}/orders',
    '{{base_url}}/orders',
    'https://{{crm_key}}.example.com/',
    'https://api.{{contact.region}}.example.com/',
    'https://api.example.com{{contact.path}}',
  ])('may not go to %s, whose host a template decides', (url) => {
    expect(refusal(header(url)).at(-1)).toBe(
      'error nodes[1].config.headers[0].value: The secret “crm_key” would go to a host that is only known in a run; write the host of the URL out.',
    )
  })

  test('goes nowhere while it is bound to nothing', () => {
    expect(refusal(header('https://api.example.com', '{{lost}}'))).toEqual([
      'error nodes[1].config.headers[0].value: The secret “lost” would go to “api.example.com”, but it is bound to no host; change the URL, or bind the secret to this host.',
    ])
  })

  test('may stand in no message, prompt or condition', () => {
    const sentence =
      '“crm_key” is a secret, and here it would be read by others; it can stand in the URL, the headers and the body of a request alone.'
    const leaking = graph(
      [
        start,
        say('a', 'Psst: {{crm_key}}'),
        node('think', 'worker-llm', { systemPrompt: 'Use {{ crm_key }}.' }),
        end,
      ],
      [
        edge('start', 'a'),
        edge('a', 'think'),
        edge('think', 'end', {
          type: 'conditional',
          condition: { not: { path: 'crm_key', operator: 'is-empty' } },
        }),
      ],
    )

    expect(refusal(leaking)).toEqual([
      `error nodes[1].config.texts[0]: ${sentence}`,
      `error nodes[2].config.systemPrompt: ${sentence}`,
      `error edges[2].condition: ${sentence}`,
    ])
  })

  test('is never shadowed by a variable', () => {
    const call = http({ url: 'https://api.example.com', saveAs: 'crm_key' })

    expect(refusal(chain(start, call))).toEqual([
      'error nodes[1].config: “crm_key” is a secret, and nothing can take its place; name the variable otherwise.',
    ])
  })
})
