import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { kindOf } from './node-kinds.ts'
import { readConfig } from './read-config.ts'

const problemsOf = (type: string, config: JsonObject): readonly string[] => {
  const kind = kindOf(type)
  const read = kind && readConfig(kind, config)
  return read?.type === 'problems' ? read.problems.map(({ path, sentence }) => `${path}: ${sentence}`) : []
}

describe('a config that cannot be', () => {
  test.each<[string, JsonObject, string]>([
    ['http-request', {}, 'url: Enter the URL that is called.'],
    [
      'http-request',
      { url: 'ftp://x' },
      'url: A URL starts with http:// or https://, or with a variable that does.',
    ],
    ['http-request', { url: 'https://x', method: 'GET', body: 'x' }, 'body: GET and DELETE carry no body'],
    [
      'http-request',
      { url: 'https://x', method: 'TRACE' },
      'method: Choose GET, POST, PUT, PATCH or DELETE.',
    ],
    [
      'http-request',
      { url: 'https://x', headers: [{ name: 'a b', value: 'x' }] },
      'headers.0.name: A header has a name',
    ],
    [
      'http-request',
      { url: 'https://x', headers: [{ name: 'a', value: 'x\r\nB: y' }] },
      'A header is one line.',
    ],
    [
      'http-request',
      { url: 'https://x', responseMapping: [{ path: 'a', variable: 'now' }] },
      'A variable is letters',
    ],
    ['http-request', { url: 'https://x', retries: 11 }, 'retries: It can be tried again 0 to 10 times.'],
    ['say-llm', {}, 'systemPrompt: Write what the model is told'],
    ['say-llm', { systemPrompt: 'x', provider: 'acme' }, 'provider: Choose azure-openai'],
    ['say-llm', { systemPrompt: 'x', temperature: 3 }, 'temperature: A temperature is a number from 0 to 2.'],
    ['say-llm', { systemPrompt: 'x', saveAs: '__proto__' }, 'saveAs: A variable is letters'],
    ['say-llm', { systemPrompt: 'x', onFailure: 'shrug' }, 'onFailure: After a failure'],
    ['say-static', { texts: [] }, 'texts: Write at least one message.'],
    ['say-static', { texts: ['  '] }, 'texts.0: Write at least one message.'],
    ['tool', { tool: '' }, 'tool: Choose the tool that runs.'],
    ['tool', { tool: 't', timeoutMs: 0 }, 'timeoutMs: A timeout is'],
    ['delay', { amount: -1 }, 'amount: A delay is a number above 0.'],
    ['delay', { amount: 367, unit: 'days' }, 'amount: A delay is at most 366 days.'],
    ['delay', { amount: 1, unit: 'weeks' }, 'unit: Choose milliseconds'],
    ['decision', { conditions: [] }, 'conditions: Set up at least one condition.'],
    [
      'decision',
      { conditions: [{ field: 'weather', value: 'x' }] },
      'conditions.0.field: Choose what is checked',
    ],
    [
      'decision',
      { conditions: [{ field: 'labels', operator: 'equals', value: 'x' }] },
      'Labels are “present” or “absent”.',
    ],
    ['form', { message: 'x', dataPoints: [] }, 'dataPoints: A form needs at least one field.'],
    [
      'form',
      { message: 'x', dataPoints: [{ key: '__proto__', label: 'x', type: 'Text' }] },
      'This name is reserved',
    ],
    [
      'form',
      { message: 'x', dataPoints: [{ key: 'a', label: 'x', type: 'Select' }] },
      'needs at least one option',
    ],
    [
      'form',
      { message: 'x', dataPoints: [{ key: 'a', label: 'x', type: 'Text', pattern: '(' }] },
      'is not a pattern',
    ],
    [
      'form',
      { message: 'x', dataPoints: ['a', 'b', 'a'].map((key) => ({ key, label: 'x', type: 'Text' })) },
      'dataPoints.2.key: Two fields are called “a”; each needs its own name.',
    ],
    ['intent', { phrases: ['x'], threshold: 2 }, 'threshold: A threshold is a number from 0 to 1.'],
    [
      'memory',
      { condition: { path: 'a', operator: 'matches', value: '(' } },
      'condition.value: “(” is not a pattern',
    ],
    ['schedule', {}, 'Give either one moment (“at”) or a schedule (“cron”).'],
    ['schedule', { at: 'tomorrow' }, 'at: A moment is written like'],
    ['schedule', { cron: 'every day' }, 'cron: A schedule has five fields'],
    ['schedule', { cron: '0 9 * * 1', timeZone: 'no zone' }, 'timeZone: A time zone'],
    [
      'custom-reply',
      { text: 'x', links: [{ label: 'x', url: 'javascript:alert(1)' }] },
      'links.0.url: A link starts with',
    ],
    ['approval', { skill: 'x', expiresAfterMs: 0 }, 'expiresAfterMs: An approval expires'],
    ['ai-extraction', {}, 'Choose what is looked for'],
    ['webhook', { url: 'x' }, 'url: A URL starts with'],
    ['webhook', { url: 'https://x', payload: 'x' }, 'payload: This takes JSON with names'],
    ['assign-user', {}, 'assignee: Choose who takes the conversation.'],
    ['add-label', { labels: [] }, 'labels: Choose at least one label.'],
    ['tag', {}, 'signals: Choose at least one signal.'],
  ])('%s with %j says so in a sentence: %s', (type, config, expected) => {
    const problems = problemsOf(type, config)

    expect(problems.join('\n')).toContain(expected)
    for (const problem of problems) expect(problem).toMatch(/^[\w.]*: ["“\p{Lu}].*\.$/su)
  })

  test.each([{}, { url: '' }, { url: ' \n' }])('asks once for what is not there: %j', (config) => {
    expect(problemsOf('http-request', config)).toEqual(['url: Enter the URL that is called.'])
  })

  test('nested without end is told, and does not throw', () => {
    const deep = JSON.parse('{"a":'.repeat(5000) + '1' + '}'.repeat(5000)) as JsonObject

    expect(problemsOf('tool', { tool: 't', input: deep })).toEqual([
      ': These settings are nested more than 100 deep; make them flatter.',
    ])
  })
})
