import { BlockList, isIP } from 'node:net'

/** Finds who is at the other end, behind proxies that the operator has named. */
export type ClientAddress = (peer: string, forwardedFor: string | null) => string

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')
const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether a text names an address, or a network as `10.0.0.0/8`. */
export const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32))
}

/**
 * Reads `X-Forwarded-For` from its end, as long as each hop is a named proxy: the first that is not is the client. With
 * no proxy named, and from a peer that is none, the header is not looked at; anybody can write it.
 */
export const createClientAddress = (trusted: readonly string[]): ClientAddress => {
  const proxies = new BlockList()
  for (const network of trusted) {
    const [address = '', bits] = network.split('/')
    const family = familyOf(address)
    proxies.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family)
  }
  const isProxy = (address: string): boolean =>
    isIP(address) !== 0 && proxies.check(address, familyOf(address))

  return (peer, forwardedFor) => {
    let client = plain(peer)
    const hops = (forwardedFor ?? '').split(',').map((hop) => plain(hop.trim()))
    while (isProxy(client)) {
      const hop = hops.pop()
      // A word that is no address ends the walk at the last one who is known.
      if (hop === undefined || isIP(hop) === 0) return client
      client = hop
    }
    return client
  }
}
