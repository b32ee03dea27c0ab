import { expect, test } from 'vitest'
import { createClientAddress, isNetwork } from './trusted-proxy.ts'

const near = createClientAddress(['10.0.0.0/8', '192.0.2.7', 'fd00::/8'])

test.each([
  ['a client that comes directly', '203.0.113.9', null, '203.0.113.9'],
  ['a client that says that it is another', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['a client behind the proxy', '10.1.2.3', '198.51.100.1', '198.51.100.1'],
  ['a client behind two proxies', '10.1.2.3', '198.51.100.1, 192.0.2.7', '198.51.100.1'],
  ['a client that wrote a hop of its own', '10.1.2.3', '127.0.0.1, 198.51.100.1', '198.51.100.1'],
  ['a proxy that says nothing', '10.1.2.3', null, '10.1.2.3'],
  ['a proxy that says no address', '10.1.2.3', 'unknown', '10.1.2.3'],
  ['an address with a port', '10.1.2.3', '198.51.100.1:80', '10.1.2.3'],
  ['an IPv4 address in IPv6 clothes', '::ffff:10.1.2.3', '::ffff:198.51.100.1', '198.51.100.1'],
  ['an IPv6 proxy', 'fd00::1', '2001:db8::5', '2001:db8::5'],
  ['no peer', 'unknown', '198.51.100.1', 'unknown'],
])('knows %s', (_name, peer, header, client) => {
  expect(near(peer, header)).toBe(client)
})

test('looks at no header where no proxy is named', () => {
  expect(createClientAddress([])('10.1.2.3', '198.51.100.1')).toBe('10.1.2.3')
})

test.each(['10.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8'])('takes %s for a network', (text) => {
  expect(isNetwork(text)).toBe(true)
})
test.each(['', '10.0.0', '10.0.0.0/33', 'fd00::/129', 'proxy.test', '10.0.0.0/8/8', '10.0.0.0/x'])(
  'does not take %j for one',
  (text) => {
    expect(isNetwork(text)).toBe(false)
  },
)
