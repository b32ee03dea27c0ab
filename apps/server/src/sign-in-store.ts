import { DatabaseSync } from 'node:sqlite'
import type { Adapter, AdapterPayload } from 'oidc-provider'

const schema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE IF NOT EXISTS entries (
    model TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL,
    grant_id TEXT, uid TEXT, expires_at INTEGER NOT NULL, PRIMARY KEY (model, id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS entries_by_grant ON entries (grant_id);
`

/** The grants, tokens and sessions of the development sign-in, in a SQLite file, so that a restart keeps them. */
export interface SignInStore {
  readonly adapterFor: (model: string) => Adapter
  close(): void
}

// What the provider gives no life to is kept this long.
const defaultSeconds = 14 * 86_400

type Row = Record<string, unknown> | undefined

const payloadOf = (row: Row): AdapterPayload | undefined =>
  // Only this store writes the column.
  row === undefined ? undefined : (JSON.parse(String(row['payload'])) as AdapterPayload)

/** Opens the file, and makes it when it is not there. */
export const openSignInStore = (file: string): SignInStore => {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  database.exec(schema)
  const upsert = database.prepare(
    `INSERT INTO entries (model, id, payload, grant_id, uid, expires_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (model, id) DO UPDATE SET payload = excluded.payload, grant_id = excluded.grant_id,
       uid = excluded.uid, expires_at = excluded.expires_at`,
  )
  const find = database.prepare('SELECT payload FROM entries WHERE model = ? AND id = ? AND expires_at > ?')
  const findByUid = database.prepare(
    'SELECT payload FROM entries WHERE model = ? AND uid = ? AND expires_at > ?',
  )
  const consume = database.prepare(
    "UPDATE entries SET payload = json_set(payload, '$.consumed', ?) WHERE model = ? AND id = ?",
  )
  const destroy = database.prepare('DELETE FROM entries WHERE model = ? AND id = ?')
  const revoke = database.prepare('DELETE FROM entries WHERE model = ? AND grant_id = ?')
  database.prepare('DELETE FROM entries WHERE expires_at <= ?').run(Date.now())

  return {
    close: () => database.close(),
    adapterFor: (model) => ({
      upsert: async (id, payload, expiresIn) => {
        const { grantId = null, uid = null } = payload
        upsert.run(
          model,
          id,
          JSON.stringify(payload),
          grantId,
          uid,
          Date.now() + (expiresIn ?? defaultSeconds) * 1_000,
        )
      },
      find: async (id) => payloadOf(find.get(model, id, Date.now())),
      findByUid: async (uid) => payloadOf(findByUid.get(model, uid, Date.now())),
      // Codes that a person types on another device are not part of this sign-in.
      findByUserCode: async () => undefined,
      consume: async (id) => {
        consume.run(Math.floor(Date.now() / 1_000), model, id)
      },
      destroy: async (id) => {
        destroy.run(model, id)
      },
      revokeByGrantId: async (grantId) => {
        revoke.run(model, grantId)
      },
    }),
  }
}
