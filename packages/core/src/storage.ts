/**
 * Keeps small notes over a reload: intents that left, drafts of forms. Keys and values are strings.
 * A call may throw (full, forbidden, cleared); the session goes on without it and says so once.
 */
export interface Storage {
  read(key: string): string | null
  write(key: string, value: string): void
  remove(key: string): void
}
