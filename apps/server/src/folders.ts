import { fileURLToPath } from 'node:url'
import type { Environment } from '@threadwork/bff'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Where the chat app's build puts its files. */
export const builtChat: string = `${root}apps/chat/dist`

/** Where everything is kept: `DATA_DIR`, else `.data` at the root. */
export const dataFolder = (env: Environment): string => env['DATA_DIR'] || `${root}.data`
