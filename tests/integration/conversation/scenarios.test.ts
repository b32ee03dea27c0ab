import { scenarios, type ProfileName, type WireName } from '@threadwork/backend'
import type { Session } from '@threadwork/core'
import { memoryStorage, seededRandom } from '@threadwork/testing'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { playOut, type Manner } from './person.ts'
import { until } from './quick-clock.ts'
import { duplicatesOf, viewOf, withoutOwnAnswers, type Line } from './view.ts'
import { startWorld, type World } from './world.ts'

// Draws the ids, which decide between what else is equal.
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const unhandled: unknown[] = []
const note = (cause: unknown): void => void unhandled.push(cause)
process.on('unhandledRejection', note)

let world: World

afterEach(async () => {
  await world.close()
})

afterAll(() => {
  process.off('unhandledRejection', note)
})

const yes: Manner = { decision: 'approved', connection: 'allow' }
const no: Manner = { decision: 'rejected', connection: 'deny' }
const skip: Manner = { decision: 'rejected', connection: 'skip' }

const asksThePerson = new Set(['refund', 'two-approvals', 'business-approval', 'connection'])

interface Case {
  readonly id: string
  readonly prompt: string
  readonly wire: WireName
  readonly profile: ProfileName
  readonly manner: Manner
}

const mannersOf = (id: string): readonly Manner[] => {
  if (id === 'connection') return [yes, no, skip]
  return asksThePerson.has(id) ? [yes, no] : [yes]
}

const cases: readonly Case[] = scenarios.flatMap(({ id, prompt, wires }) =>
  wires.flatMap((wire) =>
    (wire === 'headless' ? (['documented', 'field'] as const) : (['documented'] as const)).flatMap(
      (profile) => mannersOf(id).map((manner) => ({ id, prompt, wire, profile, manner })),
    ),
  ),
)

const nameOf = ({ decision, connection }: Manner): string => `${decision}, ${connection}`

const isReady = (session: Session): boolean =>
  session.getState().history === 'ready' && session.getState().link === 'live'

/** What a wire still tells of it afterwards: the hub's history has no forms but the one that waits. */
const keptBy = (wire: WireName, lines: readonly Line[]): readonly Line[] =>
  wire === 'headless' ? lines : lines.filter(({ kind }) => kind !== 'form')

/** A session that only rebuilds: it reads, and nothing happens any more. */
const rebuild = async (options: Parameters<World['openSession']>[0], size: number): Promise<Session> => {
  const session = world.openSession(options)
  await until(
    'the rebuilt view is as long as the live one',
    () => isReady(session) && session.getState().phase === 'idle' && session.getState().items.length >= size,
    5000,
    () => JSON.stringify(viewOf(session), null, 1),
  )
  return session
}

describe(`a conversation (SEED=${seed})`, () => {
  test.each(cases.map((each) => [each.id, each.wire, each.profile, nameOf(each.manner), each] as const))(
    '%s over %s (%s; %s) is rebuilt as it was lived',
    async (_id, wire, profile, _manner, { prompt, manner }) => {
      world = await startWorld({ profile, random: seededRandom(seed) })
      const conversationId = await world.newConversation()
      const storage = memoryStorage()
      const live = world.openSession({ conversationId, wire, storage })
      await until('the session is open', () => isReady(live))

      live.send(prompt)
      const person = await playOut({ world, session: live, conversationId, manner })
      const lived = viewOf(live)
      const kept = keptBy(wire, lived)
      const notes = memoryStorage(storage.entries())
      const reloaded = await rebuild({ conversationId, wire, storage: notes }, kept.length)
      const elsewhere = await rebuild({ conversationId, wire }, kept.length)
      const sessions = [live, reloaded, elsewhere]
      // The stream that waited for a connection may still be told its end.
      await until('every link is live', () => sessions.every(isReady))

      expect(lived.length).toBeGreaterThan(1)
      expect(viewOf(reloaded)).toEqual(kept)
      expect(withoutOwnAnswers(viewOf(elsewhere))).toEqual(withoutOwnAnswers(kept))
      for (const session of sessions) {
        expect(duplicatesOf(session)).toEqual([])
        expect(session.getState()).toMatchObject({ phase: 'idle', link: 'live', problem: null })
      }
      expect(person.troubles).toEqual([])
      expect(world.defects).toEqual([])
      expect(unhandled).toEqual([])
    },
  )
})
