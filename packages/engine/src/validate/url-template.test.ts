import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBoundTo, readUrlTemplate } from './url-template.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

test.each([
  ['https://api.example.com', 'api.example.com'],
  ['HTTPS://API.Example.com./x?y#z', 'api.example.com'],
  ['http://example.com', 'example.com:80'],
  ['https://example.com:8443/x', 'example.com:8443'],
  ['https://[::1]:9000/', '[::1]:9000'],
  ['https://api.example.com/{{id}}?q={{q}}', 'api.example.com'],
  ['https://api.example.com?{{q}}', 'api.example.com'],
  ['https://api.example.com\\@evil.example.net', 'api.example.com'],
])('reads the host of %s', (url, host) => {
  expect(readUrlTemplate(url)).toMatchObject({ host, hostPaths: [] })
})

test.each([
  ['{{base}}/x', ['base']],
  ['https://{{tenant}}.example.com/{{id}}', ['tenant']],
  ['https://user:{{key}}@example.com/', ['key']],
  ['https://example.com:{{port}}/', ['port']],
  ['https://example.com{{path}}', ['path']],
])('knows that templates decide the host of %s', (url, hostPaths) => {
  expect(readUrlTemplate(url)).toMatchObject({ host: null, hostPaths })
})

test.each([
  '',
  'example.com',
  'ftp://example.com',
  'https://',
  'https://exa mple.com',
  'https://.example.com',
  'https://example.com:99999',
  'https://:443/',
])('finds no URL in %j', (url) => {
  expect(readUrlTemplate(url)).toBeNull()
})

test('takes in a host by its name, and by a star only what is below', () => {
  expect(isBoundTo(['API.example.com:443'], 'api.example.com')).toBe(true)
  expect(isBoundTo(['*.example.com'], 'a.b.example.com')).toBe(true)
  expect(isBoundTo(['*.example.com'], 'example.com')).toBe(false)
  expect(isBoundTo(['*.example.com'], 'evilexample.com')).toBe(false)
  expect(isBoundTo([], 'example.com')).toBe(false)
})

test('reads a host as whoever dials it does, wherever both find one', () => {
  const piece = fc.constantFrom(
    'https://',
    'http://',
    'a.example.com',
    'b',
    '.',
    ':',
    ':8080',
    '/',
    '\\',
    '?',
    '#',
    '@',
    'x',
  )
  let both = 0
  fc.assert(
    fc.property(
      fc.constantFrom('https://', 'http://'),
      fc.array(piece, { maxLength: 6 }),
      (scheme, pieces) => {
        const url = scheme + pieces.join('')
        const host = readUrlTemplate(url)?.host
        if (host === undefined || host === null || !URL.canParse(url)) return
        const { hostname, port, protocol } = new URL(url)
        const dialled = port === '' ? (protocol === 'http:' ? '80' : '443') : port
        both += 1

        expect(host).toBe(`${hostname.replace(/\.$/, '')}${dialled === '443' ? '' : `:${dialled}`}`)
      },
    ),
    { seed, numRuns: 2000 },
  )
  expect(both).toBeGreaterThan(200)
})
