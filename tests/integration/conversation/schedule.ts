import { seededRandom, type Fault } from '@threadwork/testing'

/** Faults that are drawn for one conversation, the same for the same seed. */
export interface Schedule {
  readonly seed: number
  readonly faults: readonly Fault[]
}

const types = ['reset', 'cut', 'half-open', 'stall', 'split', 'dribble', 'delay'] as const

/** Draws what goes wrong with the first connections of a conversation; later ones are left alone, so that it can heal. */
export const drawSchedule = (seed: number): Schedule => {
  const random = seededRandom(seed)
  const upTo = (most: number): number => Math.floor(random() * (most + 1))
  const draw = (connection: number): Fault => {
    const type = types[upTo(types.length - 1)] ?? 'reset'
    const direction = upTo(1) === 0 ? 'down' : 'up'
    // Skewed towards the first bytes, where requests begin and headers end.
    const base = { connection, direction, at: { byte: Math.floor(random() ** 2 * 3000) } } as const
    switch (type) {
      case 'stall':
        return { ...base, type, ms: upTo(300) }
      case 'delay':
        return { ...base, type, ms: upTo(40) }
      case 'dribble':
        return { ...base, type, bytes: 1 + upTo(40) }
      default:
        return { ...base, type }
    }
  }
  const connections = 2 + upTo(5)
  return { seed, faults: Array.from({ length: connections }, (_, index) => draw(index + 1)) }
}

/** Everything comes in pieces of one byte, for as long as the connection lasts. */
export const singleBytes: readonly Fault[] = [
  { type: 'dribble', bytes: 1, direction: 'down' },
  { type: 'dribble', bytes: 1, direction: 'up' },
]
