import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createMemoryStore } from './memory-store.ts'
import type { ConversationRecord } from './chat-records.ts'
import { createSqliteStore } from './sqlite-store.ts'
import type { Store } from './store.ts'

const record = (id: string, parent: string, at: number): ConversationRecord => ({
  id,
  parent,
  at,
  topic: null,
  updatedAt: at,
  lastEvent: null,
  turnId: null,
})

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadwork-store-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const kinds: readonly [string, () => Store][] = [
  ['memory', () => createMemoryStore()],
  ['sqlite', () => createSqliteStore(join(folder, 'one.db'))],
]

describe.each(kinds)('the %s store', (_, create) => {
  test('keeps records by parent, in the order in which they were added', () => {
    const store = create()
    store.put('conversations', record('b', 'ada', 2))
    store.put('conversations', record('a', 'ada', 1))
    store.put('conversations', record('c', 'bob', 3))

    store.put('conversations', { ...record('b', 'ada', 2), topic: 'Refund' })
    store.remove('conversations', 'c')

    expect(store.list('conversations', 'ada').map((row) => [row.id, row.topic])).toEqual([
      ['b', 'Refund'],
      ['a', null],
    ])
    expect(store.list('conversations', null)).toHaveLength(2)
    expect(store.get('conversations', 'c')).toBeNull()
    expect(store.get('messages', 'a')).toBeNull()
    store.close()
  })

  test('lists by label what bears one, and counts what belongs to a parent', () => {
    const store = create()
    store.put('conversations', { ...record('a', 'ada', 1), label: 'open' })
    store.put('conversations', { ...record('b', 'ada', 2), label: 'open' })
    store.put('conversations', record('c', 'bob', 3))

    store.put('conversations', { ...record('a', 'bob', 1), label: 'closed' })

    expect(store.listLabelled('conversations', 'open').map((row) => row.id)).toEqual(['b'])
    expect(store.listLabelled('conversations', 'closed').map((row) => row.id)).toEqual(['a'])
    expect(store.listLabelled('messages', 'open')).toEqual([])
    expect(['ada', 'bob', 'eve'].map((parent) => store.count('conversations', parent))).toEqual([1, 2, 0])
    store.close()
  })

  test('undoes a transaction that failed half way, order, labels and all', () => {
    const store = create()
    store.put('conversations', { ...record('a', 'ada', 1), label: 'open' })
    store.put('conversations', record('b', 'ada', 2))
    store.put('conversations', record('c', 'ada', 3))
    const failing = (): void =>
      store.transaction(() => {
        store.put('conversations', record('d', 'ada', 4))
        store.put('conversations', { ...record('b', 'bob', 2), label: 'open' })
        store.remove('conversations', 'a')
        store.removeOlder('conversations', 5)
        store.transaction(() => {
          throw new Error('half way')
        }, 'durable')
      }, 'durable')

    expect(failing).toThrow('half way')

    expect(store.list('conversations', 'ada').map((row) => row.id)).toEqual(['a', 'b', 'c'])
    expect(store.list('conversations', null)).toHaveLength(3)
    expect(store.listLabelled('conversations', 'open').map((row) => row.id)).toEqual(['a'])
    store.close()
  })

  test('takes away what is older than a moment', () => {
    const store = create()
    store.put('conversations', record('old', 'ada', 10))
    store.put('conversations', record('new', 'ada', 20))

    store.removeOlder('conversations', 20)

    expect(store.list('conversations', 'ada').map((row) => row.id)).toEqual(['new'])
    store.close()
  })
})

test('a memory store begins where another was exported, and tells of changes', () => {
  const first = createMemoryStore()
  const heard: number[] = []
  first.onChange(() => heard.push(1))
  first.put('conversations', record('a', 'ada', 1))

  const state = JSON.parse(JSON.stringify(first.exportState()))
  const second = createMemoryStore(state)
  first.remove('conversations', 'a')

  expect(second.list('conversations', 'ada')).toHaveLength(1)
  expect(heard).toHaveLength(2)
  expect(() => second.importState({ ...state, version: 2 })).toThrow('version 2')
})

test('a SQLite store keeps its records over a restart, and undoes what failed half way', () => {
  const file = join(folder, 'kept.db')
  const first = createSqliteStore(file)
  first.put('conversations', record('a', 'ada', 1))
  const failing = (): void =>
    first.transaction(() => {
      first.put('conversations', record('b', 'ada', 1))
      throw new Error('half way')
    })

  expect(failing).toThrow('half way')
  first.close()
  const second = createSqliteStore(file)

  expect(second.list('conversations', 'ada').map((row) => row.id)).toEqual(['a'])
  second.close()
})

test('a SQLite store takes up a file of the first version, which has no labels', () => {
  const file = join(folder, 'old.db')
  const old = new DatabaseSync(file)
  old.exec(`
    CREATE TABLE records (
      position INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT NOT NULL, parent TEXT NOT NULL,
      at INTEGER NOT NULL, body TEXT NOT NULL, UNIQUE (collection, id)
    ) STRICT;
    PRAGMA user_version = 1;
  `)
  const insert = old.prepare('INSERT INTO records (collection, id, parent, at, body) VALUES (?, ?, ?, ?, ?)')
  insert.run('conversations', 'a', 'ada', 1, JSON.stringify(record('a', 'ada', 1)))
  old.close()

  const store = createSqliteStore(file)
  store.put('conversations', { ...record('b', 'ada', 2), label: 'open' })

  expect(store.list('conversations', 'ada').map((row) => row.id)).toEqual(['a', 'b'])
  expect(store.listLabelled('conversations', 'open').map((row) => row.id)).toEqual(['b'])
  store.close()
})

test('a second SQLite store on the same file is refused with the file and the way out', () => {
  const file = join(folder, 'alone.db')
  const first = createSqliteStore(file)

  const second = (): Store => createSqliteStore(file)

  expect(second).toThrow(`The database ${file} is in use by another process`)
  expect(() => createSqliteStore(join(folder, 'no', 'such.db'))).toThrow('cannot be opened')
  first.close()
  second().close()
})
