import type { Fact } from './facts.ts'
import type { IntentId } from './ids.ts'
import type { Item } from './items.ts'
import type { Intent } from './outbox-intent.ts'
import { readIntents, writeIntents } from './outbox-note.ts'
import { createOutbox, type Outbox, type OutboxEffect, type OutboxInput } from './outbox-state.ts'
import { stepOutbox } from './outbox.ts'
import { lookFor } from './session-look-up.ts'
import type { Notebook } from './session-note.ts'
import { defectOf } from './session-reader.ts'
import type { Waits } from './session-waits.ts'
import type { TransportCapabilities, TransportConnection } from './transport.ts'

/** What the outbox needs of the session. */
export interface OutboxPort {
  readonly capabilities: TransportCapabilities
  readonly notebook: Notebook
  readonly waits: Waits
  /** `null` before the session was opened and after it was closed. */
  readonly connection: () => TransportConnection | null
  readonly items: () => readonly Item[]
  readonly learn: (fact: Fact) => void
  /** Reads the conversation after now; whether the read was complete. */
  readonly readAnew: () => Promise<boolean>
  /** A backend answered: a stream that was quiet because it waited for that is watched again. */
  readonly onAnswered: () => void
  readonly onChange: () => void
}

/** The outbox of a session, with its effects performed. */
export interface OutboxKeeper {
  readonly state: () => Outbox
  readonly intentOf: (id: IntentId) => Intent | undefined
  readonly tell: (input: OutboxInput) => void
  /** Takes up what the storage kept over a reload. */
  readonly restore: () => void
}

/** Milliseconds until an intent is looked for again, when a read did not come whole. */
const lookAgain = 3000

/** Keeps the intents of one conversation, and makes them happen. */
export const createOutboxKeeper = (port: OutboxPort): OutboxKeeper => {
  const { capabilities, notebook, waits } = port
  const looks = new Set<IntentId>()
  let outbox = createOutbox(capabilities.idempotent, (capabilities.whileBusy ?? 'queue') === 'queue')

  const intentOf = (id: IntentId): Intent | undefined => outbox.intents.find((intent) => intent.id === id)

  const tell = (input: OutboxInput): void => {
    const [next, effects] = stepOutbox(outbox, input)
    outbox = next
    for (const effect of effects) perform(effect)
    port.onChange()
  }

  const send = async (id: IntentId): Promise<void> => {
    const intent = intentOf(id)
    const connection = port.connection()
    if (!intent || !connection) return
    const outcome = await connection
      .submit(intent.command, id)
      .catch((cause: unknown) => ({ status: 'failed', failure: defectOf(cause) }) as const)
    if (port.connection() === null) return
    tell({ type: 'answered', id, outcome })
    port.onAnswered()
  }

  const lookUp = async (id: IntentId): Promise<void> => {
    const isComplete = await port.readAnew()
    looks.delete(id)
    const intent = intentOf(id)
    if (!intent || port.connection() === null) return
    const finding = lookFor(intent, port.items())
    // What a whole read does not show is not there; of a part, only what it shows counts.
    if (finding === 'found' || isComplete) tell({ type: finding, id })
    else if (outbox.isOnline) look(id, lookAgain)
  }

  // One look at a time for each intent: two that share a read would count as two misses.
  const look = (id: IntentId, ms: number): void => {
    if (looks.has(id)) return
    looks.add(id)
    waits.after(ms, () => void lookUp(id))
  }

  const perform = (effect: OutboxEffect): void => {
    switch (effect.type) {
      case 'store':
        return notebook.write('intents', writeIntents(outbox.intents))
      case 'send':
        return waits.after(effect.after, () => void send(effect.id))
      case 'look-up':
        return look(effect.id, effect.after)
      case 'learn':
        return port.learn(effect.fact)
      case 'refresh':
        return void port.readAnew()
      case 'rest':
        return waits.after(effect.ms, () => tell({ type: 'rested' }))
    }
  }

  return {
    state: () => outbox,
    intentOf,
    tell,
    restore: () => tell({ type: 'restore', intents: readIntents(notebook.read('intents')) }),
  }
}
