import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSqliteStore } from '@threadwork/backend/node'
import type { EngineWorld } from './engine-world.ts'
import { openNodeWorld } from './node-world.ts'

/** A backend on a file of its own, which is closed and opened again by a restart. */
export const openSqliteWorld = async (): Promise<EngineWorld> => {
  const folder = mkdtempSync(join(tmpdir(), 'threadwork-engine-'))
  return openNodeWorld(
    () => createSqliteStore(join(folder, 'engine.db')),
    () => rmSync(folder, { recursive: true }),
  )
}
