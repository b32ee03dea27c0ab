import { DatabaseSync } from 'node:sqlite'
import type { Collection, Records } from './records.ts'
import type { Store } from './store.ts'

const schema = `
  CREATE TABLE IF NOT EXISTS records (
    position INTEGER PRIMARY KEY,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    parent TEXT NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (collection, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS records_by_parent ON records (collection, parent, position);
  CREATE INDEX IF NOT EXISTS records_by_age ON records (collection, at);
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
      `INSERT INTO records (collection, id, parent, at, body) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (collection, id) DO UPDATE SET parent = excluded.parent, at = excluded.at, body = excluded.body`,
    ),
    remove: database.prepare('DELETE FROM records WHERE collection = ? AND id = ?'),
    listAll: database.prepare('SELECT body FROM records WHERE collection = ? ORDER BY position'),
    list: database.prepare('SELECT body FROM records WHERE collection = ? AND parent = ? ORDER BY position'),
    removeOlder: database.prepare('DELETE FROM records WHERE collection = ? AND at < ?'),
  }
  let depth = 0
  return {
    get: <Name extends Collection>(name: Name, id: string) => {
      const row = statements.get.get(name, id)
      return row ? (parse(row) as Records[Name]) : null
    },
    put: (name, record) => {
      statements.put.run(name, record.id, record.parent, Math.floor(record.at), JSON.stringify(record))
    },
    remove: (name, id) => {
      statements.remove.run(name, id)
    },
    list: <Name extends Collection>(name: Name, parent: string | null) => {
      const rows = parent === null ? statements.listAll.all(name) : statements.list.all(name, parent)
      return rows.map((row) => parse(row) as Records[Name])
    },
    removeOlder: (name, at) => {
      statements.removeOlder.run(name, Math.floor(at))
    },
    transaction: (work) => {
      if (depth > 0) return work()
      depth += 1
      database.exec('BEGIN')
      try {
        const result = work()
        database.exec('COMMIT')
        return result
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      } finally {
        depth -= 1
      }
    },
    close: () => database.close(),
  }
}

// `put` wrote the body into the same collection, so that it has that collection's shape.
const parse = (row: Readonly<Record<string, unknown>>): unknown => JSON.parse(String(row['body']))

function openAlone(file: string): DatabaseSync {
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(file, { timeout: 0 })
    // Exclusive locking takes the lock with the first write and holds it until the process ends, killed or not.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;')
    database.exec(schema)
    database.exec('BEGIN IMMEDIATE; PRAGMA user_version = 1; COMMIT')
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
