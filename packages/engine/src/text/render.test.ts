import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../json.ts'
import { fillSecrets } from './fill-secrets.ts'
import { templatePaths } from './parse-template.ts'
import { renderBody } from './render-body.ts'
import { renderUrl } from './render-url.ts'
import { maskSecrets, render, renderJson, renderText } from './render.ts'
import { runScope } from './fixtures/run-scope.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const scopeOf = (variables: JsonObject) => runScope({ variables, secretNames: ['api_key'] })

describe('a template', () => {
  test.each<[string, string]>([
    ['Hello {{ name }}!', 'Hello Ada!'],
    ['{{order.items.0.id}} {{order.items[1].id}}', '7 8'],
    ['{{order.items}}', '[{"id":7},{"id":8}]'],
    ['{{missing}}{{order.nothing.deep}}', ''],
    ['{{7*7}}{{#if name}}x{{/if}}', 'x'],
    ['{name} {{name} {{{name}}}', '{name} {{name} {Ada}'],
    ['{{order.items.length}}{{name.length}}{{name.0}}', ''],
    ['{{constructor}}{{order.constructor.name}}{{order.__proto__.x}}{{order.toString}}', ''],
    ['{{order.items.00.id}}{{order.items.-1.id}}', ''],
  ])('renders %s', (template, expected) => {
    const scope = scopeOf({ name: 'Ada', order: { items: [{ id: 7 }, { id: 8 }] } })

    expect(renderText(template, scope)).toBe(expected)
  })

  test(`never reads a value as a template again (SEED=${seed})`, () => {
    const value = fc.array(fc.constantFrom('{{', '}}', '{', '}', 'secret', 'api_key', '{{secret}}', ' '), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(value, (words) => {
        const typed = words.join('')
        const scope = scopeOf({ typed, secret: 'LEAK' })

        expect(renderText('<{{typed}}>', scope)).toBe(`<${typed}>`)
        expect(renderJson({ a: '{{typed}}', b: ['-{{typed}}'] }, scope)).toEqual({
          a: typed,
          b: [`-${typed}`],
        })
      }),
      { seed },
    )
  })

  test('reads no path in time that grows with its square', () => {
    expect(templatePaths('{{a'.repeat(200_000))).toEqual([])
    expect(templatePaths('{{'.repeat(200_000))).toEqual([])
  })

  test('tells its paths', () => {
    expect(templatePaths('{{ a.b }} {{c}} {d} {{}}')).toEqual(['a.b', 'c', ''])
  })
})

describe('JSON with templates', () => {
  test('keeps the type of a value that stands alone', () => {
    const scope = scopeOf({ count: 3, list: [1, { a: null }], name: 'Ada' })
    const json: Json = {
      n: '{{count}}',
      l: '{{list}}',
      t: '{{count}} of {{name}}',
      m: '{{missing}}',
      k: [true, 1],
    }

    expect(renderJson(json, scope)).toEqual({
      n: 3,
      l: [1, { a: null }],
      t: '3 of Ada',
      m: null,
      k: [true, 1],
    })
  })

  test('keeps a key called __proto__ a key', () => {
    const made = renderJson(JSON.parse('{"__proto__": {"isAdmin": true}}'), scopeOf({}))

    expect(Object.getPrototypeOf(made)).toBe(Object.prototype)
    expect(Object.keys(made ?? {})).toEqual(['__proto__'])
  })
})

describe('a secret (I33, I37)', () => {
  const scope = runScope({
    variables: { api_key: 'mine', 'api_key.x': 'mine' },
    globals: { api_key: 'global' },
    secretNames: ['api_key'],
  })

  test('stays a name', () => {
    expect(render('Bearer {{api_key}}!', scope)).toEqual(['Bearer ', { secret: 'api_key' }, '!'])
  })

  test('is dots wherever text is wanted, and is never shadowed', () => {
    expect(renderText('{{api_key}}', scope)).toBe('••••')
    expect(renderJson(['{{api_key}}', 'a {{api_key}}'], scope)).toEqual(['••••', 'a ••••'])
    expect(scope.read('api_key')).toBeUndefined()
  })

  test('has no inside', () => {
    expect(render('{{api_key.x}}', scope)).toEqual([])
  })

  test('is filled in as its place wants it', () => {
    const valueOf = () => 'a"b&c'

    expect(fillSecrets(renderUrl('https://x.org/?k={{api_key}}', scope), valueOf)).toBe(
      'https://x.org/?k=a%22b%26c',
    )
    expect(fillSecrets(renderBody('{"k": "x{{api_key}}"}', scope), valueOf)).toBe('{"k":"xa\\"b&c"}')
    expect(fillSecrets(render('Bearer {{api_key}}', scope), valueOf)).toBe('Bearer a"b&c')
  })
})

describe('a URL', () => {
  test.each([
    [
      '{{base}}/orders/{{id}}?q={{q}}#{{q}}',
      'https://x.org:8080/v1/orders/a%2Fb?q=1%262%20%EF%BF%BD#1%262%20%EF%BF%BD',
    ],
    ['https://{{host}}/{{id}}', 'https://x.org:80/a%2Fb'],
    ['{{missing}}/x', '/x'],
  ])('is raw up to its host and encoded behind: %s', (template, expected) => {
    const scope = scopeOf({ base: 'https://x.org:8080/v1', host: 'x.org:80', id: 'a/b', q: '1&2 \uD800' })

    expect(maskSecrets(renderUrl(template, scope))).toBe(expected)
  })
})

describe('a body', () => {
  const scope = scopeOf({ name: 'A"}, "x": {"', count: 2, list: ['a'] })

  test.each([
    ['{"name": "{{name}}", "n": "{{count}}"}', { name: 'A"}, "x": {"', n: 2 }],
    ['{"name": {{name}}, "n": {{count}}, "l": [{{list}}]}', { name: 'A"}, "x": {"', n: 2, l: [['a']] }],
    ['{"t": "\\"{{name}}\\" and {{count}}"}', { t: '"A"}, "x": {"" and 2' }],
    ['{{list}}', ['a']],
  ])('that is JSON stays JSON, whatever is put in: %s', (template, expected) => {
    expect(JSON.parse(maskSecrets(renderBody(template, scope)))).toEqual(expected)
  })

  test('that is text stays text', () => {
    expect(renderBody('Hello {{count}}, "{{list}}"', scope)).toEqual(['Hello 2, "["a"]"'])
  })
})
