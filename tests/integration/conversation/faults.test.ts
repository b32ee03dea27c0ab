import type { WireName } from '@threadwork/backend'
import { faultProxy, type FaultProxy } from '@threadwork/testing'
import { describe, expect, test } from 'vitest'
import { messagesOf, wrongEffects, wrongView, type Wanted } from './effects.ts'
import { naiveClient } from './naive-client.ts'
import { playOut, type Manner } from './person.ts'
import { drawSchedule, singleBytes } from './schedule.ts'
import { startWorld, type World } from './world.ts'

const seed = Number(process.env['SEED'] ?? 1)
const runs = Number(process.env['RUNS'] ?? 24)
const yes: Manner = { decision: 'approved', connection: 'allow' }

const wishes: Readonly<
  Record<WireName, { readonly prompt: string; readonly wanted: Omit<Wanted, 'messages'> }>
> = {
  headless: {
    prompt: 'Order A-1042 arrived broken. Can I get my money back?',
    wanted: { decisions: 1, forms: 0 },
  },
  signalr: { prompt: 'Onboard a new supplier', wanted: { decisions: 0, forms: 1 } },
}

interface Scene {
  readonly world: World
  readonly proxy: FaultProxy
  readonly conversationId: string
}

/** A backend behind a proxy with these faults, for as long as `act` takes. */
const behind = async (faults: FaultProxy['faults'], act: (scene: Scene) => Promise<void>): Promise<void> => {
  const world = await startWorld()
  const proxy = await faultProxy({ target: { port: world.port }, faults })
  try {
    await act({ world, proxy, conversationId: await world.newConversation() })
  } finally {
    await world.close()
    await proxy.close()
  }
}

const play =
  (wire: WireName, drawn: number, { speed = 25, patience = 25_000 } = {}) =>
  async ({ world, proxy, conversationId }: Scene): Promise<void> => {
    const { prompt, wanted } = wishes[wire]
    const session = world.openSession({ conversationId, wire, url: proxy.url, seed: drawn, speed })
    session.send(prompt)
    // A person comes back to the page now and then, which wakes it.
    const waking = setInterval(() => session.wake(), 40_000 / speed)
    const person = await playOut({ world, session, conversationId, manner: yes, patience }).finally(() =>
      clearInterval(waking),
    )

    expect(wrongEffects(world, conversationId, { messages: [prompt], ...wanted })).toEqual([])
    expect(wrongView(world, conversationId, messagesOf(session))).toEqual([])
    expect(messagesOf(session)).toHaveLength(world.records('messages', conversationId).length)
    expect(person.troubles).toEqual([])
    expect(world.defects).toEqual([])
  }

const schedules = Array.from({ length: runs }, (_, index) => drawSchedule(seed * 1000 + index))

// Most of their time is waiting.
describe.concurrent('a conversation through faults', () => {
  for (const wire of ['headless', 'signalr'] as const) {
    test(`over ${wire} comes through in single bytes`, () => {
      // A packet for each byte takes its time.
      return behind(singleBytes, play(wire, 1, { speed: 2, patience: 55_000 }))
    })

    test.each(schedules)(
      `over ${wire} converges, and each wish has one effect, under schedule $seed`,
      ({ faults, seed: drawn }) => behind(faults, play(wire, drawn)),
    )
  }
})

test('a client that sends again after an error, and keeps what it heard twice, is caught', () =>
  behind(
    [{ type: 'reset', direction: 'down', at: { byte: 700 }, connection: 1 }],
    async ({ world, proxy, conversationId }) => {
      const prompt = 'Where is order A-1042?'

      const shown = await naiveClient(`${proxy.url}/api/chat/conversations/${conversationId}`, prompt)

      const wanted = { messages: [prompt], decisions: 0, forms: 0 }
      expect(wrongEffects(world, conversationId, wanted)).not.toEqual([])
      expect(wrongView(world, conversationId, shown)).not.toEqual([])
    },
  ))
