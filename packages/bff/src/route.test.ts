import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findRoute, routes } from './route.ts'

const seed = process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }

describe('the route table', () => {
  test('knows each of its own patterns', () => {
    for (const route of routes) {
      const target = route.pattern.replaceAll(/:\w+/g, 'id-1')

      expect(findRoute(route.method, target)).toMatchObject({
        route: { method: route.method, kind: route.kind },
      })
    }
  })

  test('tells a fixed segment from a parameter', () => {
    expect(findRoute('GET', '/api/chat/conversations/events')).toMatchObject({
      route: { pattern: '/api/chat/conversations/events' },
    })
  })

  test('writes an id anew, however it was spelled', () => {
    expect(findRoute('GET', '/api/chat/conversations/%61%3A1')).toMatchObject({
      path: '/conversations/a%3A1',
    })
  })

  test('refuses a query name that comes twice', () => {
    expect(findRoute('GET', '/api/chat/conversations?limit=1&limit=2')).toBe('not-found')
  })

  test('yields a plain path of known words for any text at all', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '/',
        '//',
        '\\',
        '..',
        '%2e%2e',
        '%2f',
        '@',
        ':',
        '?',
        '#',
        '&',
        'conversations',
        'evil.test',
        'messages',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    )
    const target = fc.array(piece, { maxLength: 12 }).map((pieces) => `/api/chat/${pieces.join('')}`)

    fc.assert(
      fc.property(target, fc.constantFrom('GET', 'POST', 'DELETE'), (text, method) => {
        const found = findRoute(method, text)
        if (typeof found === 'string') return
        const [path = ''] = found.path.split('?')
        expect(path).toMatch(/^(?:\/(?!\.{1,2}(?:\/|$))[\w.~%@=+,-]+)+$/)
        expect(new URL(path, 'http://upstream.test').href).toBe(`http://upstream.test${path}`)
      }),
      { numRuns: 2_000, ...seed },
    )
  })
})
