import type { Session } from '@threadwork/core'
import { faultProxy, memoryStorage, seededRandom } from '@threadwork/testing'
import { wrongEffects, wrongView, messagesOf, type Wanted } from '../conversation/effects.ts'
import { createPerson, playOut, type Manner } from '../conversation/person.ts'
import { until } from '../conversation/quick-clock.ts'
import type { World } from '../conversation/world.ts'

const deeds = ['approve', 'reject', 'submit', 'send'] as const
const circumstances = [
  'double click',
  'Enter and click',
  'two tabs',
  'opposite answers',
  'answer lost',
  'reload after the click',
  'offline queue',
] as const

const prompts = {
  headless: 'Order A-1042 arrived broken. Can I get my money back?',
  signalr: 'Onboard a new supplier',
} as const

/** Plays one decision between a real backend and real sessions, over sockets that can be broken; says what is wrong. */
export const playOverTcp = async (world: World, seed: number): Promise<readonly string[]> => {
  const deed = deeds[seed % deeds.length] ?? 'send'
  const circumstance = circumstances[Math.floor(seed / deeds.length) % circumstances.length] ?? 'double click'
  const wire = deed === 'submit' ? 'signalr' : 'headless'
  const random = seededRandom(seed)
  const conversationId = await world.newConversation()
  const proxy = await faultProxy({ target: { port: world.port } })
  const storage = memoryStorage()
  const manner: Manner = { decision: deed === 'reject' ? 'rejected' : 'approved', connection: 'allow' }
  const open = (): Session => world.openSession({ conversationId, wire, url: proxy.url, seed, storage })
  const other: Session | null =
    circumstance === 'two tabs' || circumstance === 'opposite answers'
      ? world.openSession({ conversationId, wire, url: proxy.url, seed: seed + 1 })
      : null
  let me = open()
  const isReady = (session: Session): boolean =>
    session.getState().history === 'ready' && session.getState().link === 'live'
  const isAsked = (session: Session): boolean => session.getState().phase.startsWith('awaiting')
  const pause = (most: number): Promise<void> => new Promise((done) => setTimeout(done, random() * most))
  const click = (session: Session, isOpposite = false): void => {
    if (deed === 'send') return
    const answer = (manner.decision === 'approved') === !isOpposite ? 'approved' : 'rejected'
    createPerson(session, { ...manner, decision: answer }).look()
  }
  const suffer = async (act: () => void): Promise<void> => {
    switch (circumstance) {
      case 'double click':
        act()
        return click(me)
      case 'Enter and click':
        act()
        await pause(10)
        return click(me)
      case 'two tabs':
      case 'opposite answers':
        act()
        await pause(10)
        if (other && isAsked(other)) click(other, circumstance === 'opposite answers' && deed !== 'submit')
        return
      case 'answer lost':
        // Whatever comes back is lost, until a little later.
        proxy.faults = [{ type: 'reset', direction: 'down', at: { byte: 0 } }]
        act()
        await pause(60)
        proxy.faults = []
        return
      case 'reload after the click':
        act()
        await pause(20)
        me.close()
        me = open()
        return
      case 'offline queue':
        me.setOffline()
        act()
        await pause(20)
        return me.wake()
    }
  }

  try {
    await until('the page is ready', () => isReady(me) && (other === null || isReady(other)))
    const send = (): void => void me.send(prompts[wire])
    if (deed === 'send') await suffer(send)
    else {
      send()
      await until('the person is asked', () => isAsked(me))
      other?.wake()
      if (other) await until('the other tab is asked', () => isAsked(other))
      await suffer(() => click(me))
    }
    const waking = setInterval(() => me.wake(), 1500)
    await playOut({ world, session: me, conversationId, manner }).finally(() => clearInterval(waking))
    const wanted: Wanted = {
      messages: [prompts[wire]],
      decisions: wire === 'headless' ? 1 : 0,
      forms: wire === 'signalr' ? 1 : 0,
    }
    return [
      ...wrongEffects(world, conversationId, wanted),
      ...wrongView(world, conversationId, messagesOf(me)),
    ].map((fault) => `SEED=${seed}: ${deed}, ${circumstance}: ${fault}`)
  } catch (error) {
    return [`SEED=${seed}: ${deed}, ${circumstance}: ${String(error).slice(0, 300)}`]
  } finally {
    me.close()
    other?.close()
    await proxy.close()
  }
}

/** Plays many, several at a time; says what is wrong with any. */
export const countOverTcp = async (world: World, seed: number, runs: number): Promise<readonly string[]> => {
  const wrong: string[] = []
  let next = 0
  const work = async (): Promise<void> => {
    while (next < runs) {
      next += 1
      wrong.push(...(await playOverTcp(world, seed + next - 1)).slice(0, 1))
    }
  }
  await Promise.all(Array.from({ length: 6 }, work))
  return wrong
}
