import type { Fact, LinkChange, TransportSink, WireReport } from '@threadwork/core'

/** What a transport told its sink, in the order in which it did. */
export type Note =
  | { readonly type: 'fact'; readonly fact: Fact }
  | { readonly type: 'link'; readonly change: LinkChange }
  | { readonly type: 'report'; readonly report: WireReport }

export interface NotedSink extends TransportSink {
  readonly notes: readonly Note[]
  /** Facts and link changes as short lines, for a test to read at a glance. */
  lines(): readonly string[]
  /** Resolves as soon as a line of this text has come, `times` times. */
  until(line: string, times?: number): Promise<void>
}

export function createNotedSink(): NotedSink {
  const notes: Note[] = []
  const waiting = new Set<() => void>()
  const lines = (): readonly string[] => notes.map(lineOf).filter((line) => line !== null)
  const note = (next: Note): void => {
    notes.push(next)
    for (const look of waiting) look()
  }
  return {
    notes,
    lines,
    until: (line, times = 1) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (lines().filter((known) => known === line).length < times) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    receive: (facts) => {
      for (const fact of facts) note({ type: 'fact', fact })
    },
    changeLink: (change) => note({ type: 'link', change }),
    report: (report) => note({ type: 'report', report }),
  }
}

function lineOf(note: Note): string | null {
  if (note.type === 'report') return note.report.type === 'ignored' ? `ignored ${note.report.name}` : null
  if (note.type === 'fact') return factLine(note.fact)
  const { change } = note
  if (change.type !== 'reconnecting') return change.type
  return change.retryIn === null ? 'trying' : `waiting: ${change.failure?.reason}`
}

function factLine(fact: Fact): string {
  if (fact.type === 'history-message') return `message ${fact.message.messageId}`
  if (fact.type === 'workflow-snapshot')
    return fact.snapshot === null ? 'snapshot none' : `snapshot ${fact.snapshot.currentStep}`
  return fact.type === 'event' ? `${fact.event.type} ${fact.event.seq}` : fact.type
}
