import { describe, expect, test } from 'vitest'
import { runScope } from '../text/fixtures/run-scope.ts'
import { begin, finish, output } from './fixtures/ask-kind.ts'

describe('an http-request (I15, C65–C68)', () => {
  test('renders URL, headers and body, and keeps secrets as names', () => {
    const config = {
      method: 'PUT',
      url: 'https://x.org/{{word}}?k={{key}}',
      headers: [{ name: 'Authorization', value: 'Bearer {{key}}' }],
      body: '{"w": {{word}}, "k": "{{key}}"}',
      timeoutMs: 1000,
      retries: 2,
    }

    expect(begin('http-request', config)).toEqual({
      type: 'perform',
      action: {
        type: 'http',
        method: 'PUT',
        url: ['https://x.org/hello?k=', { secret: 'key', encoding: 'url' }],
        headers: [{ name: 'Authorization', value: ['Bearer ', { secret: 'key' }] }],
        body: ['{"w":"hello","k":"', { secret: 'key', encoding: 'json' }, '"}'],
        timeoutMs: 1000,
        retries: 2,
      },
      input: {
        method: 'PUT',
        url: 'https://x.org/hello?k=••••',
        headers: [{ name: 'Authorization', value: 'Bearer ••••' }],
        body: '{"w":"hello","k":"••••"}',
      },
      timeoutMs: 63_000,
    })
  })

  test('lets no value begin a header of its own', () => {
    const typed = runScope({ variables: { word: 'a\r\nX-Admin: 1' } })
    const begun = begin(
      'http-request',
      { url: 'https://x.org', headers: [{ name: 'A', value: '{{word}}' }] },
      typed,
    )

    expect(begun).toMatchObject({ action: { headers: [{ name: 'A', value: ['a X-Admin: 1'] }] } })
  })

  test('maps parts of the answer to variables, what is missing to null', () => {
    const config = {
      url: 'https://x.org',
      saveAs: 'all',
      responseMapping: [
        { path: 'body.items[0].id', variable: 'id' },
        { path: 'body.none', variable: 'none' },
      ],
    }
    const made = { status: 200, headers: {}, body: { items: [{ id: 7 }] } }

    expect(finish('http-request', config, output(made))).toEqual({
      type: 'done',
      output: made,
      variables: { all: made, id: 7, none: null },
    })
  })
})
