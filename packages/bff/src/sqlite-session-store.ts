import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { BffError } from './error.ts'
import type { SessionStore, StoredSession } from './session-store.ts'

const sweepMilliseconds = 60_000

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS sessions (
    key TEXT PRIMARY KEY, owner TEXT NOT NULL, data TEXT NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS sessions_by_owner ON sessions (owner);
  CREATE TABLE IF NOT EXISTS claims (
    name TEXT PRIMARY KEY, holder TEXT NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT;
`

const open = (file: string): DatabaseSync => {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    const database = new DatabaseSync(file, { timeout: 5_000 })
    database.exec(schema)
    return database
  } catch (cause) {
    throw new BffError(
      'store-unavailable',
      `The session file ${file} cannot be opened, so nobody could stay signed in. ` +
        'Name a file in a folder that this process may write to, such as SESSION_STORE=sqlite:./data/sessions.db.',
      { cause },
    )
  }
}

/** Sessions in a SQLite file, which BFF processes of one machine may share. */
export const createSqliteSessionStore = (file: string): SessionStore => {
  const database = open(file)
  const select = database.prepare(
    'SELECT owner, data, expires_at FROM sessions WHERE key = ? AND expires_at > ?',
  )
  const insert = database.prepare('INSERT INTO sessions (key, owner, data, expires_at) VALUES (?, ?, ?, ?)')
  const update = database.prepare(
    'UPDATE sessions SET owner = ?, data = ?, expires_at = ? WHERE key = ? AND expires_at > ?',
  )
  const remove = database.prepare('DELETE FROM sessions WHERE key = ?')
  const removeAll = database.prepare('DELETE FROM sessions WHERE owner = ? RETURNING key')
  const claim = database.prepare(
    `INSERT INTO claims (name, holder, expires_at) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
     WHERE claims.expires_at <= ?`,
  )
  const release = database.prepare('DELETE FROM claims WHERE name = ? AND holder = ?')
  const dropSessions = database.prepare('DELETE FROM sessions WHERE expires_at <= ?')
  const dropClaims = database.prepare('DELETE FROM claims WHERE expires_at <= ?')

  // Failed sign-ins leave claims behind and never a session, so sweeping waits for neither.
  let sweptAt = Date.now()
  const sweep = (now: number): void => {
    if (now - sweptAt < sweepMilliseconds) return
    sweptAt = now
    dropSessions.run(now)
    dropClaims.run(now)
  }

  return {
    read: async (key) => {
      const row = select.get(key, Date.now())
      return row
        ? { owner: String(row['owner']), data: String(row['data']), expiresAt: Number(row['expires_at']) }
        : null
    },
    insert: async (key, session: StoredSession) => {
      sweep(Date.now())
      insert.run(key, session.owner, session.data, session.expiresAt)
    },
    replace: async (key, session: StoredSession) =>
      update.run(session.owner, session.data, session.expiresAt, key, Date.now()).changes === 1,
    remove: async (key) => {
      remove.run(key)
    },
    removeAllOf: async (owner) => removeAll.all(owner).map((row) => String(row['key'])),
    claim: async (name, holder, milliseconds) => {
      const now = Date.now()
      sweep(now)
      return claim.run(name, holder, now + milliseconds, now).changes === 1
    },
    release: async (name, holder) => {
      release.run(name, holder)
    },
    close: async () => {
      if (database.isOpen) database.close()
    },
  }
}
