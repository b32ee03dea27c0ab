/** A session as a store keeps it. `data` is sealed: a stolen store holds no token. */
export interface StoredSession {
  /** A hash of the person, to end all of their sessions at once. */
  readonly owner: string
  readonly data: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/** Where sessions live. Keys are hashes of session ids. Several processes may share one store. */
export interface SessionStore {
  /** `null` when it never was, has ended or has expired. */
  read(key: string): Promise<StoredSession | null>
  insert(key: string, session: StoredSession): Promise<void>
  /** Writes only over a session that still stands: an ended one never comes back. `false` when it is gone. */
  replace(key: string, session: StoredSession): Promise<boolean>
  remove(key: string): Promise<void>
  /** Ends all sessions of a person; returns their keys. */
  removeAllOf(owner: string): Promise<readonly string[]>
  /** Takes a name for `milliseconds`, atomically across processes; `false` while somebody else holds it. */
  claim(name: string, holder: string, milliseconds: number): Promise<boolean>
  /** Gives a name back, if `holder` still has it. */
  release(name: string, holder: string): Promise<void>
  close(): Promise<void>
}
