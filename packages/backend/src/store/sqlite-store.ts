import { DatabaseSync } from 'node:sqlite'
import type { Collection, Records } from './records.ts'
import type { Durability, Store } from './store.ts'

const schema = `
  CREATE TABLE IF NOT EXISTS records (
    position INTEGER PRIMARY KEY,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    parent TEXT NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    label TEXT,
    UNIQUE (collection, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS records_by_parent ON records (collection, parent, position);
  CREATE INDEX IF NOT EXISTS records_by_age ON records (collection, at);
`
const labels = `
  CREATE INDEX IF NOT EXISTS records_by_label ON records (collection, label, position) WHERE label IS NOT NULL;
`

/**
 * Keeps everything in one SQLite file (WAL), for one process: a second one is refused with an error that
 * names the file and what to do. The file and its tables are made when they are not there.
 */
export function createSqliteStore(file: string): Store {
  const database = openAlone(file)
  const statements = {
    get: database.prepare('SELECT body FROM records WHERE collection = ? AND id = ?'),
    put: database.prepare(
      `INSERT INTO records (collection, id, parent, at, label, body) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (collection, id) DO UPDATE
       SET parent = excluded.parent, at = excluded.at, label = excluded.label, body = excluded.body`,
    ),
    remove: database.prepare('DELETE FROM records WHERE collection = ? AND id = ?'),
    listAll: database.prepare('SELECT body FROM records WHERE collection = ? ORDER BY position'),
    list: database.prepare('SELECT body FROM records WHERE collection = ? AND parent = ? ORDER BY position'),
    listLabelled: database.prepare(
      'SELECT body FROM records WHERE collection = ? AND label = ? ORDER BY position',
    ),
    count: database.prepare('SELECT count(*) AS number FROM records WHERE collection = ? AND parent = ?'),
    removeOlder: database.prepare('DELETE FROM records WHERE collection = ? AND at < ?'),
  }
  let isWithin = false
  let durability: Durability = 'lasting'
  const begin = (wanted: Durability): void => {
    // In WAL mode NORMAL writes without waiting for the disk, and the level cannot change inside a transaction.
    if (wanted !== durability) database.exec(`PRAGMA synchronous = ${synchronous[wanted]}`)
    durability = wanted
    database.exec('BEGIN')
  }
  return {
    get: <Name extends Collection>(name: Name, id: string) => {
      const row = statements.get.get(name, id)
      return row ? (parse(row) as Records[Name]) : null
    },
    put: (name, record) => {
      const body = JSON.stringify(record)
      statements.put.run(name, record.id, record.parent, Math.floor(record.at), record.label ?? null, body)
    },
    remove: (name, id) => {
      statements.remove.run(name, id)
    },
    list: <Name extends Collection>(name: Name, parent: string | null) => {
      const rows = parent === null ? statements.listAll.all(name) : statements.list.all(name, parent)
      return rows.map((row) => parse(row) as Records[Name])
    },
    listLabelled: <Name extends Collection>(name: Name, label: string) =>
      statements.listLabelled.all(name, label).map((row) => parse(row) as Records[Name]),
    count: (name, parent) => Number(statements.count.get(name, parent)?.['number'] ?? 0),
    removeOlder: (name, at) => {
      statements.removeOlder.run(name, Math.floor(at))
    },
    transaction: (work, wanted = 'lasting') => {
      if (isWithin) return work()
      begin(wanted)
      isWithin = true
      try {
        const result = work()
        database.exec('COMMIT')
        return result
      } catch (error) {
        // A COMMIT that failed for want of space may have rolled back by itself.
        if (database.isTransaction) database.exec('ROLLBACK')
        throw error
      } finally {
        isWithin = false
      }
    },
    close: () => database.close(),
  }
}

const synchronous: Readonly<Record<Durability, string>> = { lasting: 'NORMAL', durable: 'FULL' }

// `put` wrote the body into the same collection, so that it has that collection's shape.
const parse = (row: Readonly<Record<string, unknown>>): unknown => JSON.parse(String(row['body']))

function openAlone(file: string): DatabaseSync {
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(file, { timeout: 0 })
    // Exclusive locking takes the lock with the first write and holds it until the process ends, killed or not.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;')
    database.exec('BEGIN IMMEDIATE')
    database.exec(schema)
    const columns = database.prepare('PRAGMA table_info(records)').all()
    // Files of version 1 have no labels.
    if (!columns.some((column) => column['name'] === 'label')) {
      database.exec('ALTER TABLE records ADD COLUMN label TEXT')
    }
    database.exec(labels)
    database.exec('PRAGMA user_version = 2; COMMIT')
    return database
  } catch (cause) {
    if (database?.isOpen) database.close()
    throw new Error(refusal(file, cause), { cause })
  }
}

function refusal(file: string, cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause)
  if (/locked|busy/i.test(reason)) {
    return `The database ${file} is in use by another process, and two would overwrite each other. Stop the other server, or give this one a file of its own: DATABASE_URL=sqlite:<file>.`
  }
  return `The database ${file} cannot be opened (${reason}). Check that its folder exists and can be written, or choose another file: DATABASE_URL=sqlite:<file>.`
}
