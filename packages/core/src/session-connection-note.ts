import type { ConnectionRead, Fact } from './facts.ts'
import type { Notebook } from './session-note.ts'

const name = 'connections'

const isRead = (value: unknown): value is ConnectionRead =>
  typeof value === 'object' && value !== null && 'attemptId' in value && 'status' in value

/** The attempts that a link once said had failed: no event and no history tells a reload. */
export const notedConnections = (notebook: Notebook): readonly Fact[] => {
  try {
    const noted: unknown = JSON.parse(notebook.read(name) ?? '[]')
    return Array.isArray(noted)
      ? noted.filter(isRead).map((connection) => ({ type: 'connection', connection }))
      : []
  } catch {
    return []
  }
}

/** Notes the failed attempts among facts, beside those that are noted already. */
export const noteConnections = (notebook: Notebook, facts: readonly Fact[]): void => {
  const failed = facts.filter((fact) => fact.type === 'connection' && fact.connection.status === 'failed')
  if (failed.length === 0) return
  const reads = [...notedConnections(notebook), ...failed].flatMap((fact) =>
    // A link is good for minutes; what is kept is only how it ended.
    fact.type === 'connection'
      ? [[fact.connection.attemptId, { ...fact.connection, link: null }] as const]
      : [],
  )
  notebook.write(name, JSON.stringify([...new Map(reads).values()]))
}
