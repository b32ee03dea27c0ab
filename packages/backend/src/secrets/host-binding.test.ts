import { expect, test } from 'vitest'
import { bindingHostOf, isBoundTo, judgeHostBinding } from './host-binding.ts'

test.each([
  ['api.example.com', 'api.example.com'],
  ['api.example.com', 'API.Example.COM.'],
  ['api.example.com', 'api.example.com:443'],
  ['api.example.com:443', 'api.example.com'],
  ['*.example.com', 'api.example.com'],
  ['*.example.com', 'eu.api.example.com'],
  ['127.0.0.1:8080', '127.0.0.1:8080'],
  ['[::1]:8080', '[0:0::1]:8080'],
  ['bücher.example', 'xn--bcher-kva.example'],
])('takes in: %s, %s', (binding, host) => {
  expect(isBoundTo([binding], host)).toBe(true)
})

test.each([
  ['api.example.com', 'example.com'],
  ['api.example.com', 'api.example.com.evil.test'],
  ['api.example.com', 'evil-api.example.com'],
  ['api.example.com', 'api.example.com:8443'],
  ['api.example.com', 'api.example.com:80'],
  ['api.example.com:8443', 'api.example.com'],
  ['*.example.com', 'example.com'],
  ['*.example.com', 'badexample.com'],
  ['*.example.com', 'api.example.com:8443'],
  ['*.0.0.1', '127.0.0.1'],
  ['*', 'api.example.com'],
  ['', ''],
  ['api.example.com', 'api.example.com@evil.test'],
  ['api.example.com', 'api.example.com/'],
  ['api.example.com', 'api.example.com\\.evil.test'],
])('leaves out: %s, %s', (binding, host) => {
  expect(isBoundTo([binding], host)).toBe(false)
})

test.each(['api.example.com', '*.example.com', 'localhost:8080', '[::1]:8080', '*.example.com:8443'])(
  'is a binding: %s',
  (binding) => {
    expect(judgeHostBinding(binding)).toBeNull()
  },
)

test.each([
  '*',
  '*.com',
  '*.127.0.0.1',
  'https://api.example.com',
  'a b',
  '',
  'api.*.com',
  'u@host',
  'x:99999',
])('is none: %s', (binding) => {
  expect(judgeHostBinding(binding)).toMatch(/^“.*” (?:is not a host|would take in)/)
})

test('names a port that is not 443, so that a secret leaves in the clear only where that was written down', () => {
  const hosts = ['https://a.test/x', 'http://a.test/x', 'https://a.test:8443', 'http://a.test:8080'].map(
    (url) => bindingHostOf(new URL(url)),
  )

  expect(hosts).toEqual(['a.test', 'a.test:80', 'a.test:8443', 'a.test:8080'])
})
