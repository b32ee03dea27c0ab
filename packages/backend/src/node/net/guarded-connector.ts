import { lookup } from 'node:dns/promises'
import { type LookupFunction, type Socket, connect as connectTcp, isIP } from 'node:net'
import { buildConnector } from 'undici'
import { type AllowList, bareName } from '../../net/allow-list.ts'
import { isPublicAddress } from './public-address.ts'

export interface ResolvedAddress {
  readonly address: string
  readonly family: number
}

/** Where a connection is opened to: a name with the addresses that it has, every one of them judged. */
export interface Destination {
  readonly hostname: string
  readonly port: number
  readonly addresses: readonly ResolvedAddress[]
}

export interface ConnectorOptions {
  readonly isAllowed: AllowList
  /** All addresses of a name. Default: as the machine resolves names. */
  readonly resolve?: (hostname: string) => Promise<readonly ResolvedAddress[]>
  /** Opens a connection. Default: TCP, to whichever of the addresses answers first. */
  readonly dial?: (destination: Destination) => Socket
  /** Certificates of authorities to trust in place of the usual ones, as PEM. */
  readonly ca?: string
}

/** Why a host is not dialled. The address is not told: it may be one that only this machine’s network knows. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

const connectMs = 10_000

/**
 * Opens connections to public addresses alone. The addresses that were judged are the ones that are dialled, so a name
 * that resolves to something else a moment later gains nothing; and the address at the other end is judged once more
 * before a byte is sent.
 */
export function createGuardedConnector(options: ConnectorOptions): buildConnector.connector {
  const { resolve = resolveName, dial = dialFirst, isAllowed } = options
  const secure = buildConnector({
    allowH2: false,
    timeout: connectMs,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  })
  const open = async (hostname: string, port: string): Promise<Socket> => {
    const isLifted = isAllowed(hostname, port)
    const addresses = await addressesOf(hostname, resolve)
    // One private address among public ones is how rebinding begins: the whole name is refused.
    if (!isLifted && !addresses.every(({ address }) => isPublicAddress(address))) throw refusal(hostname)
    const socket = await connected(dial({ hostname, port: Number(port), addresses }))
    if (isLifted || isPublicAddress(socket.remoteAddress ?? '')) return socket
    socket.destroy()
    throw refusal(hostname)
  }
  return (target, callback) => {
    const { protocol, port } = target
    const hostname = bareName(target.hostname)
    open(hostname, port || (protocol === 'https:' ? '443' : '80')).then(
      (socket) =>
        protocol === 'https:' ? secure({ ...target, httpSocket: socket }, callback) : callback(null, socket),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    )
  }
}

async function addressesOf(
  hostname: string,
  resolve: NonNullable<ConnectorOptions['resolve']>,
): Promise<readonly ResolvedAddress[]> {
  const family = isIP(hostname)
  const addresses = family === 0 ? await resolve(hostname) : [{ address: hostname, family }]
  if (addresses.length === 0) throw Object.assign(new Error('No address'), { code: 'ENOTFOUND' })
  return addresses
}

const resolveName = (hostname: string): Promise<readonly ResolvedAddress[]> => lookup(hostname, { all: true })

const dialFirst = ({ hostname, port, addresses }: Destination): Socket =>
  connectTcp({ host: hostname, port, lookup: answering(addresses), autoSelectFamily: true, noDelay: true })

/** A lookup that has its answer already. */
const answering =
  (addresses: readonly ResolvedAddress[]): LookupFunction =>
  (_, options, callback) => {
    const [first] = addresses
    if (options.all === true || !first) callback(null, [...addresses])
    else callback(null, first.address, first.family)
  }

function connected(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const tooSlow = (): void =>
      void socket.destroy(Object.assign(new Error('Too slow'), { code: 'ETIMEDOUT' }))
    const timer = setTimeout(tooSlow, connectMs)
    const fail = (error: Error): void => {
      clearTimeout(timer)
      reject(error)
    }
    socket.once('error', fail)
    socket.once('connect', () => {
      clearTimeout(timer)
      socket.off('error', fail)
      resolve(socket)
    })
  })
}

const refusal = (hostname: string): AddressRefused =>
  new AddressRefused(
    `${hostname} does not lead to a public address, so it is not reached. Use a public host, or let the operator add it to FETCH_ALLOW.`,
  )
