import type { Session } from '@threadwork/core'
import { messagesOf, wrongView } from '../conversation/effects.ts'
import { playOut } from '../conversation/person.ts'
import { until } from '../conversation/quick-clock.ts'
import type { World } from '../conversation/world.ts'
import {
  click,
  deeds,
  isCommitted,
  mannerOf,
  promptOf,
  reachQuestion,
  wrongDeed,
  type Deed,
} from './deeds.ts'
import type { Gate } from './gate.ts'

const atOnce = 12

interface Play {
  readonly name: string
  readonly deed: Deed
  readonly conversationId: string
  readonly session: Session
}

const begin = async (world: World, gate: Gate, seed: number): Promise<Play> => {
  const deed = deeds[seed % deeds.length] ?? 'send'
  const conversationId = await world.newConversation()
  const session = world.openSession({
    conversationId,
    wire: 'headless',
    url: gate.url,
    seed,
    fetch: gate.fetch,
  })
  await until('the page is ready', () => session.getState().history === 'ready')
  if (deed !== 'send') await reachQuestion(session, deed)
  return { name: `SEED=${seed}: ${deed}, the BFF killed before the answer`, deed, conversationId, session }
}

const end = async (
  world: World,
  { name, deed, conversationId, session }: Play,
): Promise<readonly string[]> => {
  try {
    const waking = setInterval(() => session.wake(), 1500)
    await playOut({ world, session, conversationId, manner: mannerOf(deed) }).finally(() =>
      clearInterval(waking),
    )
    return [
      ...wrongDeed(world, conversationId, { deed, isContradicted: false }),
      ...wrongView(world, conversationId, messagesOf(session)),
    ].map((fault) => `${name}: ${fault}`)
  } catch (error) {
    return [`${name}: ${String(error).slice(0, 300)}`]
  } finally {
    session.close()
  }
}

/** Plays many, twelve to each BFF that is killed. */
export const countOverGate = async (
  world: World,
  gate: Gate,
  { seed, runs }: { readonly seed: number; readonly runs: number },
): Promise<readonly string[]> => {
  const wrong: string[] = []
  for (let from = 0; from < runs; from += atOnce)
    wrong.push(
      ...(await playOverGate(
        world,
        gate,
        Array.from({ length: Math.min(atOnce, runs - from) }, (_, index) => seed + from + index),
      )),
    )
  return wrong
}

/**
 * Plays several decisions through one BFF that is killed when the backend has done them all and no answer has come
 * through; says what is wrong with any.
 */
export const playOverGate = async (
  world: World,
  gate: Gate,
  seeds: readonly number[],
): Promise<readonly string[]> => {
  const plays = await Promise.all(seeds.map((seed) => begin(world, gate, seed)))
  gate.silence()
  for (const { deed, session } of plays)
    if (deed === 'send') session.send(promptOf.send)
    else click(session, deed)
  await until('the backend has done it all', () =>
    plays.every((play) => isCommitted(world, play.conversationId, play.deed)),
  )
  await gate.kill()
  return (await Promise.all(plays.map((play) => end(world, play)))).flat()
}
