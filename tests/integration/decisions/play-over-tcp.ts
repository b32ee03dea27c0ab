import type { Session } from '@threadwork/core'
import { faultProxy, memoryStorage, seededRandom } from '@threadwork/testing'
import { messagesOf, wrongView } from '../conversation/effects.ts'
import { playOut } from '../conversation/person.ts'
import { until } from '../conversation/quick-clock.ts'
import type { World } from '../conversation/world.ts'
import { click, deeds, isAsked, mannerOf, promptOf, reachQuestion, wrongDeed, type Deed } from './deeds.ts'

const circumstances = [
  'double click',
  'Enter and click',
  'two tabs',
  'opposite answers',
  'answer lost',
  'reload after the click',
  'offline queue',
] as const
type Circumstance = (typeof circumstances)[number]

const kindOf = (
  seed: number,
): { readonly deed: Deed; readonly circumstance: Circumstance; readonly wire: 'headless' | 'signalr' } => {
  const round = Math.floor(seed / deeds.length)
  const deed = deeds[seed % deeds.length] ?? 'send'
  const isWorkflow = deed === 'submit' || deed === 'cancel' || deed === 'retry'
  return {
    deed,
    circumstance: circumstances[round % circumstances.length] ?? 'double click',
    wire: isWorkflow && Math.floor(round / circumstances.length) % 2 === 0 ? 'signalr' : 'headless',
  }
}

/** Plays one decision between a real backend and real sessions, over sockets that can be broken; says what is wrong. */
export const playOverTcp = async (world: World, seed: number): Promise<readonly string[]> => {
  const { deed, circumstance, wire } = kindOf(seed)
  const name = `SEED=${seed}: ${deed}, ${circumstance}, ${wire}`
  const random = seededRandom(seed)
  const conversationId = await world.newConversation()
  const proxy = await faultProxy({ target: { port: world.port } })
  const storage = memoryStorage()
  const manner = mannerOf(deed)
  const open = (): Session => world.openSession({ conversationId, wire, url: proxy.url, seed, storage })
  const other: Session | null =
    circumstance === 'two tabs' || circumstance === 'opposite answers'
      ? world.openSession({ conversationId, wire, url: proxy.url, seed: seed + 1 })
      : null
  // A form has no opposite but another one.
  const isContradicted = circumstance === 'opposite answers' && deed !== 'submit'
  let me = open()
  const isReady = (session: Session): boolean =>
    session.getState().history === 'ready' && session.getState().link === 'live'
  const pause = (most: number): Promise<void> => new Promise((done) => setTimeout(done, random() * most))
  const suffer = async (act: () => void): Promise<void> => {
    switch (circumstance) {
      case 'double click':
        act()
        return click(me, deed)
      case 'Enter and click':
        act()
        await pause(10)
        return click(me, deed)
      case 'two tabs':
      case 'opposite answers':
        act()
        await pause(10)
        if (other && isAsked(other, deed)) click(other, deed, isContradicted)
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
    if (deed === 'send') await suffer(() => void me.send(promptOf.send))
    else {
      await reachQuestion(me, deed)
      other?.wake()
      if (other) await until('the other tab is asked', () => isAsked(other, deed))
      await suffer(() => click(me, deed))
    }
    const waking = setInterval(() => me.wake(), 1500)
    await playOut({ world, session: me, conversationId, manner }).finally(() => clearInterval(waking))
    return [
      ...wrongDeed(world, conversationId, { deed, isContradicted }),
      ...wrongView(world, conversationId, messagesOf(me)),
    ].map((fault) => `${name}: ${fault}`)
  } catch (error) {
    return [`${name}: ${String(error).slice(0, 300)}`]
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
