import type { Fact } from '@threadwork/core'
import { hearEvent } from '@threadwork/headless'

const start = Date.UTC(2026, 0, 1, 20)
const turns = 100
/** A turn's own events; one more stands between two turns, a ping. */
const perTurn = 5

/** How many events one playing of the night brings. */
export const eventsInNight: number = turns * (perTurn + 1)
/** How many rows it leaves: a skill, a message and the person's own, for each turn. */
export const rowsOfNight: number = turns * 3

const dateOf = (turn: number, seq: number): string => new Date(start + (turn * 60 + seq) * 1000).toISOString()

const eventText = (turn: number, seq: number, type: string, more: object = {}): string =>
  JSON.stringify({
    type,
    event_id: `e${turn}-${seq}`,
    genie_run_id: `r${turn}`,
    seq_num: seq,
    created_at: dateOf(turn, seq),
    ...more,
  })

const turnTexts = (turn: number): readonly string[] => [
  eventText(turn, 1, 'processing.started'),
  eventText(turn, 2, 'skill.running', { skill_name: 'Look up the order' }),
  eventText(turn, 3, 'skill.completed', { skill_name: 'Look up the order' }),
  eventText(turn, 4, 'agent.message', {
    message_id: `m${turn}`,
    message: `Order ${turn} is on its **way**.`,
  }),
  eventText(turn, 5, 'processing.finished'),
  JSON.stringify({ type: 'system.ping' }),
]

const texts = Array.from({ length: turns }, (_, turn) => turnTexts(turn)).flat()

/** All events of the night, decoded anew from their text, as a stream that is opened again brings them. */
export const playNight = (): readonly Fact[] =>
  texts.flatMap((text) => hearEvent(null, JSON.parse(text) as unknown))

/** The person's messages, which only the history has. */
export const historyOfNight = (): readonly Fact[] =>
  Array.from({ length: turns }, (_, turn): Fact => {
    const message = { messageId: `u${turn}`, role: 'user', text: `Where is order ${turn}?`, runId: null }
    const at = start + turn * 60_000
    // Ids are branded.
    return { type: 'history-message', message: { ...message, at, intentId: null, revision: 0 } as never }
  })
