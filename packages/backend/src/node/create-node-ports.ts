import { type Sealer, createSealer } from '../secrets/sealer.ts'
import { createKeyring } from '../secrets/keyring.ts'
import { type NodeHttp, createNodeHttp } from './net/node-http.ts'
import type { ServerConfig } from './read-config.ts'

/** What workflows reach the world with on Node. */
export interface NodePorts {
  /** To public addresses, and to what `FETCH_ALLOW` names. */
  readonly http: NodeHttp
  /** Under `ENCRYPTION_KEY`; without one it refuses with a sentence that says how to set it. */
  readonly sealer: Sealer
  /** Lets go of every connection. */
  close(): Promise<void>
}

/** Makes the ports that a configuration asks for. */
export function createNodePorts({
  encryptionKey,
  olderEncryptionKeys,
  fetchAllow,
}: Pick<ServerConfig, 'encryptionKey' | 'olderEncryptionKeys' | 'fetchAllow'>): NodePorts {
  const keyring = encryptionKey === null ? null : createKeyring(encryptionKey, ...olderEncryptionKeys)
  const http = createNodeHttp({ allowHosts: fetchAllow })
  return { http, sealer: createSealer(keyring), close: () => http.close() }
}
