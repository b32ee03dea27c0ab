import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '@threadwork/bff'
import { serveBff } from '@threadwork/bff/node'
import { builtChat } from './folders.ts'
import { runProcess } from './run-process.ts'

const built = existsSync(join(builtChat, 'index.html')) ? { STATIC_ROOT: builtChat } : {}

await runProcess(() => serveBff(readConfig({ ...built, ...process.env })))
