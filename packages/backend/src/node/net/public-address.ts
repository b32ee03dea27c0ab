import ipaddr from 'ipaddr.js'

const globalUnicast = ipaddr.IPv6.parse('2000::')

/**
 * Whether an address is somebody’s on the public internet: global unicast, IPv4 or IPv6. Everything else is not:
 * loopback, private, link-local, shared (CGNAT), unique local, unspecified, multicast, reserved, documentation, and
 * whatever carries an IPv4 address inside (mapped, compatible, NAT64, 6to4, Teredo, ISATAP).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  // What lies outside 2000::/3 is not given out: IPv4-compatible and site-local addresses lie there.
  return !(parsed instanceof ipaddr.IPv6) || (parsed.match(globalUnicast, 3) && !isIsatap(parsed))
}

/** An interface identifier of ISATAP (RFC 5214, 6.1), whose last four bytes are an IPv4 address. */
const isIsatap = ({ parts }: ipaddr.IPv6): boolean => ((parts[4] ?? 0) & 0xfdff) === 0 && parts[5] === 0x5efe
