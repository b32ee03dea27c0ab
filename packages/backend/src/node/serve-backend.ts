import { type Environment, readConfig } from './read-config.ts'
import { startBackend } from './start-backend.ts'

/** Where a process speaks and what ends it; a test passes its own. */
export interface ProcessPorts {
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
  /** Calls back once when the process is asked to end. */
  readonly onStop: (callback: () => void) => void
}

const ownProcess: ProcessPorts = {
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  onStop: (callback) => {
    process.once('SIGTERM', callback)
    process.once('SIGINT', callback)
  },
}

/**
 * One backend process, configured by its environment. It prints `READY http://127.0.0.1:<port>`, drains on
 * SIGTERM, and resolves with the exit code: 0, or 1 after it has said on stderr what was wrong.
 */
export async function serveBackend(env: Environment, ports: ProcessPorts = ownProcess): Promise<number> {
  const result = readConfig(env)
  if (result.type === 'wrong') {
    for (const problem of result.problems) ports.complain(problem)
    return 1
  }
  try {
    const listening = await startBackend(result.config)
    const stopped = new Promise<void>((resolve) => ports.onStop(resolve))
    ports.say(`READY ${listening.url}`)
    await stopped
    await listening.stop()
    return 0
  } catch (error) {
    ports.complain(error instanceof Error ? error.message : String(error))
    return 1
  }
}
