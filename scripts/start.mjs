import { buildChat } from './build-chat.mjs'
import { runLoudly } from './run-process.mjs'
import { ensureInstalled, ensureToolchain } from './toolchain.mjs'

await ensureToolchain()
ensureInstalled()
buildChat()

const flags = ['--conditions=source', '--disable-warning=ExperimentalWarning']
process.exit(await runLoudly(process.execPath, [...flags, 'apps/server/src/main.ts']))
