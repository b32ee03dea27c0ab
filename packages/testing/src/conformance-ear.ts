import type { Fact, LinkChange, Transport, TransportConnection, TransportSink } from '@threadwork/core'
import { named } from './named.ts'

/** A connection under test and all that it brought. */
export interface Ear {
  readonly connection: TransportConnection
  readonly facts: readonly Fact[]
  readonly changes: readonly LinkChange[]
  /** Sends a message, which opens a pull transport's stream; resolves when the transport has answered. */
  send(): Promise<string>
  /** Waits for it, but never longer than the patience; `false`: it did not come. */
  until(hasCome: () => boolean): Promise<boolean>
}

export interface EarOptions {
  readonly transport: Transport
  /** Milliseconds. */
  readonly patience: number
  readonly onFact?: (fact: Fact) => void
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** Opens the transport and listens. */
export const createEar = ({ transport, patience, onFact }: EarOptions): Ear => {
  const facts: Fact[] = []
  const changes: LinkChange[] = []
  const sink: TransportSink = {
    receive: (chunk) => {
      facts.push(...chunk)
      if (onFact !== undefined) chunk.forEach(onFact)
    },
    changeLink: (change) => void changes.push(change),
    report: () => undefined,
  }
  const connection = transport.open(named.conversation('conformance'), sink)
  let count = 0
  return {
    connection,
    facts,
    changes,
    send: async () => {
      count += 1
      const intentId = `conformance-${count}`
      const outcome = await connection.submit({ type: 'send-message', text: 'hello' }, named.intent(intentId))
      if (outcome.status === 'failed') throw new Error(`The message was refused: ${outcome.failure.message}`)
      return intentId
    },
    until: async (hasCome) => {
      for (let waited = 0; !hasCome(); waited += 5) {
        if (waited > patience) return false
        await pause(5)
      }
      return true
    },
  }
}
