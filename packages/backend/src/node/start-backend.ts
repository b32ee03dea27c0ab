import { createBackend } from '../backend.ts'
import { userFromHeader } from '../claimed-user.ts'
import type { BackendConfig } from '../config.ts'
import { createMemoryStore } from '../store/memory-store.ts'
import { createSqliteStore } from '../store/sqlite-store.ts'
import { type Listening, listen } from './listen.ts'
import type { ServerConfig } from './read-config.ts'
import { createNodeCodeRunner } from './code/create-node-code-runner.ts'
import { createNodePorts } from './create-node-ports.ts'
import { createModel } from './models/create-model.ts'
import { createUserinfo } from './userinfo.ts'

/** What a host decides beside the configuration. */
export type Hosting = Pick<BackendConfig, 'authenticate' | 'faults'>

/** Opens the store and serves a backend. An error is a sentence for whoever started it. */
export async function startBackend(config: ServerConfig, hosting: Hosting = {}): Promise<Listening> {
  const { database, oidcIssuer } = config
  const store = database.type === 'memory' ? createMemoryStore() : createSqliteStore(database.file)
  const ports = createNodePorts(config)
  const code = createNodeCodeRunner()
  let url: string | null = null
  const backend = createBackend({
    sealer: ports.sealer,
    http: ports.http,
    model: createModel(config.models),
    code,
    store,
    profile: config.profile,
    pingMs: config.pingMs,
    retentionMs: config.retentionMs,
    pace: config.pace,
    publicUrl: () => config.publicUrl ?? url ?? '',
    authenticate: oidcIssuer === null ? userFromHeader : createUserinfo({ issuer: oidcIssuer }),
    ...hosting,
  })
  const letGo = async (): Promise<void> => {
    code.close()
    await ports.close()
  }
  try {
    const listening = await listen(backend, config.port)
    url = listening.url
    return {
      url,
      stop: async () => {
        await listening.stop()
        await letGo()
      },
    }
  } catch (error) {
    backend.close()
    await letGo()
    throw error
  }
}
