import { createMemoryStore, type MemoryStore } from '@threadwork/backend'
import type { EngineWorld } from './engine-world.ts'
import { openNodeWorld } from './node-world.ts'

/** A backend in memory. What it knew goes through JSON when it starts again. */
export const openMemoryWorld = async (): Promise<EngineWorld> => {
  let store: MemoryStore | null = null
  return openNodeWorld(
    () => (store = createMemoryStore(store ? JSON.parse(JSON.stringify(store.exportState())) : undefined)),
    () => {},
  )
}
