import type { Clock } from '@threadwork/core'
import type { Chance } from './draw-conversation.ts'
import type { Weather } from './faulty-transport.ts'

/** What lies between a client and the backend: every wait, loss and cut is drawn. */
export interface Network {
  readonly clock: Clock
  readonly chance: Chance
  readonly weather: Weather
  /** Whether something with this probability in bad weather happens now. */
  readonly bad: (probability: number) => boolean
  /** Waits up to so many milliseconds of virtual time; rejects when the client gives up. */
  readonly travel: (most: number, signal: AbortSignal | null) => Promise<void>
  /** An answer as bytes, which may break off at any of them. */
  readonly answer: (status: number, body: unknown) => Response
}

const encoder = new TextEncoder()

/** The bytes in pieces of any size. */
export const piecesOf = (bytes: Uint8Array, chance: Chance, most = 4): readonly Uint8Array[] => {
  const cuts = Array.from({ length: chance.between(0, most - 1) }, () => chance.between(0, bytes.length))
  const ends = [...new Set([...cuts, bytes.length])].toSorted((a, b) => a - b)
  return ends
    .map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
    .filter(({ length }) => length > 0)
}

const brokenBody = (bytes: Uint8Array, cut: number): ReadableStream<Uint8Array> => {
  let isSent = cut === 0
  return new ReadableStream({
    pull: (controller) => {
      if (isSent) return controller.error(new TypeError('terminated'))
      controller.enqueue(bytes.subarray(0, cut))
      isSent = true
    },
  })
}

export const createNetwork = (clock: Clock, chance: Chance, weather: Weather): Network => {
  const bad = (probability: number): boolean => chance.happens(probability * weather.severity)
  return {
    clock,
    chance,
    weather,
    bad,
    travel: (most, signal) =>
      new Promise((done, fail) => {
        if (signal?.aborted) return fail(new DOMException('The request was aborted.', 'AbortError'))
        const timer = clock.after(chance.between(5, most), () => {
          signal?.removeEventListener('abort', giveUp)
          if (weather.isOnline) done()
          else fail(new TypeError('fetch failed'))
        })
        const giveUp = (): void => {
          timer.cancel()
          fail(new DOMException('The request was aborted.', 'AbortError'))
        }
        signal?.addEventListener('abort', giveUp, { once: true })
      }),
    answer: (status, body) => {
      const headers = { 'Content-Type': 'application/json' }
      const bytes = encoder.encode(JSON.stringify(body))
      const content = bad(0.04) ? brokenBody(bytes, chance.between(0, bytes.length - 1)) : bytes
      return new Response(content, { status, headers })
    },
  }
}
