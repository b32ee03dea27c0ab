import type { StoreState } from '@threadwork/backend'

/** Where the mocked server's state outlives a reload. */
export interface StateDatabase {
  /** `null` when nothing was kept, or when it cannot be read. */
  load(): Promise<StoreState | null>
  save(state: StoreState): Promise<void>
  clear(): Promise<void>
}

const shelf = 'states'
const key = 'backend'

const request = <Value>(asked: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () =>
      reject(asked.error ?? new Error('IndexedDB refused without a reason.')),
    )
  })

const open = (name: string): Promise<IDBDatabase> => {
  const asked = indexedDB.open(name, 1)
  asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(shelf))
  return request(asked)
}

/** Opens the database of that name in this browser. A browser without one keeps nothing, and says so once. */
export const openStateDatabase = (name: string): StateDatabase => {
  let opened: Promise<IDBDatabase> | null = null
  let hasWarned = false
  // A page that goes saves once more; what was cleared must not come back with it.
  let isSealed = false
  const attempt = async <Value>(act: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value | null> => {
    try {
      opened ??= open(name)
      const database = await opened
      return await request(act(database.transaction(shelf, 'readwrite').objectStore(shelf)))
    } catch (cause) {
      if (!hasWarned)
        console.warn('The mock cannot keep its state in IndexedDB, so a reload starts anew.', cause)
      hasWarned = true
      return null
    }
  }
  return {
    load: async () => (await attempt<StoreState>((store) => store.get(key))) ?? null,
    save: async (state) => {
      if (!isSealed) await attempt((store) => store.put(state, key))
    },
    clear: async () => {
      isSealed = true
      await attempt((store) => store.delete(key))
    },
  }
}
