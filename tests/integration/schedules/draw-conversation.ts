import { seededRandom } from '@threadwork/testing'

/** Chance with a seed: the same seed draws the same conversation and the same schedule. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number
  readonly happens: (probability: number) => boolean
  readonly pick: <Value>(values: readonly Value[]) => Value
}

export type Answer = 'approved' | 'rejected'

/** What an agent does in a turn, as a person would tell it. */
export type Piece =
  | { readonly type: 'message'; readonly text: string }
  | { readonly type: 'skill'; readonly name: string; readonly end: 'completed' | 'failed' | 'lost' }
  /** One skill used several times at once. */
  | { readonly type: 'parallel'; readonly name: string; readonly ends: readonly ('completed' | 'failed')[] }
  /** Decisions that are asked for together. */
  | { readonly type: 'approvals'; readonly asked: readonly Approval[] }
  | { readonly type: 'connection'; readonly reply: string }
  | {
      readonly type: 'workflow'
      readonly steps: number
      readonly formAt: number
      readonly fails: boolean
      readonly companion: Companion | null
    }

/** A lane that goes on beside one of a workflow's steps. */
export interface Companion {
  readonly beside: number
  readonly end: 'completed' | 'failed'
  /** It goes on behind its step, until just before the workflow's end. */
  readonly isLong: boolean
}

export interface Approval {
  readonly name: string
  readonly answer: Answer
  readonly by: 'me' | 'elsewhere'
}

export interface Turn {
  readonly text: string
  readonly isMine: boolean
  readonly pieces: readonly Piece[]
  /** The backend never says that the turn is over. */
  readonly isEndLost: boolean
  /** A day passes before this turn, and the backend forgets its events. */
  readonly isAfterADay: boolean
}

export const chanceOf = (seed: number): Chance => {
  const random = seededRandom(seed)
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
  return {
    between,
    happens: (probability) => random() < probability,
    pick: (values) => {
      const value = values[between(0, values.length - 1)]
      if (value === undefined)
        throw new RangeError('Nothing can be picked from an empty list. Pass one entry at least.')
      return value
    },
  }
}

const skills = ['Look', 'Send', 'Refund', 'Book', 'Ask'] as const

const drawCompanion = (chance: Chance, steps: number): Companion | null =>
  chance.happens(0.7)
    ? null
    : {
        beside: chance.between(1, steps),
        end: chance.pick(['completed', 'completed', 'failed'] as const),
        isLong: chance.happens(0.5),
      }

const drawWorkflow = (chance: Chance): Piece => {
  const steps = chance.between(1, 3)
  const [formAt, fails] = [chance.between(1, steps), chance.happens(0.3)]
  return { type: 'workflow', steps, formAt, fails, companion: drawCompanion(chance, steps) }
}

const drawPiece = (chance: Chance, free: string[]): Piece => {
  const text = (): string => chance.pick(['yes', 'done', 'one moment', 'yes'])
  const name = (): string => chance.pick(free)
  // The wire could not tell the next use of such a skill from this one, so nobody could show it right.
  const useUp = (used: string): string => {
    free.splice(free.indexOf(used), 1)
    return used
  }
  const kind =
    free.length < 3
      ? 'message'
      : chance.pick(['message', 'skill', 'skill', 'parallel', 'approvals', 'workflow'])
  if (kind === 'skill') {
    const end = chance.pick(['completed', 'completed', 'failed', 'lost'] as const)
    return { type: 'skill', name: end === 'lost' ? useUp(name()) : name(), end }
  }
  if (kind === 'parallel') {
    const ends = Array.from({ length: chance.between(1, 3) }, () =>
      chance.pick(['completed', 'failed'] as const),
    )
    return { type: 'parallel', name: name(), ends }
  }
  if (kind === 'approvals') {
    const asked = Array.from({ length: chance.between(1, 2) }, () => ({
      name: useUp(name()),
      answer: chance.pick(['approved', 'approved', 'rejected'] as const),
      by: chance.pick(['me', 'me', 'elsewhere'] as const),
    }))
    return { type: 'approvals', asked }
  }
  if (kind === 'workflow') return drawWorkflow(chance)
  return { type: 'message', text: text() }
}

const isRejecting = (piece: Piece): boolean =>
  piece.type === 'approvals' && piece.asked.some(({ answer }) => answer === 'rejected')

const drawTurn = (chance: Chance, index: number): Turn => {
  const free = [...skills]
  const pieces = Array.from({ length: chance.between(0, 4) }, () => drawPiece(chance, free))
  if (chance.happens(0.25)) pieces.push({ type: 'connection', reply: 'connected' })
  return {
    text: chance.pick(['hello', 'yes', 'go on']),
    isMine: index === 0 || chance.happens(0.8),
    pieces,
    // After a rejection only the end of the turn tells other clients that nobody is waited for any more.
    isEndLost: chance.happens(0.2) && !pieces.some(isRejecting),
    isAfterADay: index > 0 && chance.happens(0.08),
  }
}

const drawHubTurn = (chance: Chance, index: number): Turn => ({
  text: chance.pick(['hello', 'yes', 'go on']),
  isMine: index === 0 || chance.happens(0.8),
  pieces: Array.from({ length: chance.between(0, 3) }, () =>
    // No skill is free: what is left are messages and workflows, which is all that a hub has words for.
    chance.happens(0.5) ? drawPiece(chance, []) : drawWorkflow(chance),
  ),
  isEndLost: true,
  isAfterADay: false,
})

/** A conversation of a workflow hub, which knows messages and workflows. */
export const drawHubConversation = (chance: Chance): readonly Turn[] =>
  Array.from({ length: chance.between(1, 3) }, (_, index) => drawHubTurn(chance, index))

/** A conversation before anybody wrote it down: the oracle of a schedule. */
export const drawConversation = (chance: Chance): readonly Turn[] =>
  Array.from({ length: chance.between(1, 3) }, (_, index) => drawTurn(chance, index))
