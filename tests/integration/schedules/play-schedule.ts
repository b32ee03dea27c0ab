import { createSession, type Item, type Session } from '@threadwork/core'
import { memoryStorage, virtualClock, type MemoryStorage } from '@threadwork/testing'
import { chanceOf, drawConversation, drawHubConversation } from './draw-conversation.ts'
import { faultyTransport, type FaultyTransport, type Weather } from './faulty-transport.ts'
import { headlessOverNetwork } from './headless-network.ts'
import { drawHubManners, hubOverNetwork } from './hub-network.ts'
import { hubDifference, isMuddled } from './hub-oracle.ts'
import { naiveClients } from './naive-client.ts'
import { differenceOf, expectedRows, rowsOf, type Viewer } from './rows-of-items.ts'
import { storyBackend } from './story-backend.ts'
import { writeDown, type Script } from './write-down.ts'

export interface Played {
  /** What is wrong in the end, each as a sentence. */
  readonly faults: readonly string[]
  /** The controls that show something else than was drawn, by name. */
  readonly wrongControls: readonly string[]
  /** Bare events came where no client could tell whose they were, so that their workflows were not judged. */
  readonly isMuddled: boolean
}

const mostSteps = 1000
/** From this step on the weather is calm, so that whatever still waits for the person is answered. */
const calmFrom = 700
const longestCalm = 40

/** What stands between the session and the story: a transport without a wire, or a real adapter over a network. */
export type Way = 'port' | 'headless' | 'signalr'

export interface PlayOptions {
  readonly way?: Way
  /** Puts a flaw between the transport and the session, for controls. */
  readonly spoil?: (transport: FaultyTransport) => FaultyTransport
}

/** Plays one drawn conversation through real sessions, against everything that the seed's chance does to it. */
export const playSchedule = async (
  seed: number,
  { way = 'port', spoil = (transport) => transport }: PlayOptions = {},
): Promise<Played> => {
  const chance = chanceOf(seed)
  const isHub = way === 'signalr'
  const turns = isHub ? drawHubConversation(chance) : drawConversation(chance)
  const scripts = turns.map(writeDown)
  const clock = virtualClock({ now: 1000, seed })
  const weather: Weather = {
    severity: chance.pick([0, 0.5, 1, 1]),
    isOnline: true,
    canResume: chance.happens(0.5),
  }
  const backend = storyBackend(clock, chance)
  const manners = drawHubManners(isHub ? chance : chanceOf(seed))
  const ways = {
    port: faultyTransport,
    headless: headlessOverNetwork,
    signalr: hubOverNetwork(manners),
  } as const
  const transport = spoil(ways[way](backend, clock, chance, weather))
  const others = spoil(ways[way](backend, clock, chance, weather))
  const storage = memoryStorage()
  const open = (by: typeof transport, notes: MemoryStorage): Session => {
    const session = createSession({ transport: by, conversationId: 'c1', clock, storage: notes })
    by.tally.causes += 3
    session.open()
    return session
  }
  let me = open(transport, storage)
  let other = null as Session | null // opened later, from another function
  let forgotten = 0
  const seen = { me: 0, other: 0 }
  let next = 0

  const pass = async (ms: number): Promise<void> => {
    await clock.advanceAsync(ms)
    // The hub's client library settles some of its promises in later turns of the loop.
    if (isHub) await new Promise((done) => setImmediate(done))
  }
  const wake = (): void => {
    transport.tally.causes += 3
    me.wake()
  }
  const reload = (): void => {
    me.close()
    transport.tally.arrived.length = 0
    seen.me = forgotten
    me = open(transport, storage)
  }
  const calmly = async (act: () => Promise<void>): Promise<void> => {
    const { severity } = weather
    weather.severity = 0
    await act()
    weather.severity = severity
  }
  const isAtRest = (): boolean => {
    const { phase, link, history } = me.getState()
    return (phase === 'idle' || phase === 'failed') && link === 'live' && history === 'ready'
  }

  // Of a message whose answer is lost, and the same words from another device that this one has not seen, nobody could
  // tell which of the two the history shows.
  const isTwinUnseen = (text: string): boolean => {
    const shown = new Set(me.getState().items.map(({ id }) => id))
    return turns
      .slice(0, next)
      .some((turn, index) => turn.text === text && !turn.isMine && !shown.has(`u${index}`))
  }

  const begin = async (script: Script): Promise<void> => {
    const turn = turns[next]
    if (turn?.isAfterADay && forgotten < next) {
      await calmly(async () => {
        wake()
        other?.wake()
        await clock.advanceAsync(30_000)
      })
      if (!isAtRest()) return
      backend.forgetEvents()
      forgotten = next
    }
    if (turn && turn.isMine && isTwinUnseen(turn.text)) return
    next += 1
    if (!turn?.isMine) return backend.startTurn(script)
    backend.nextIsMine(script)
    me.send(script.text)
  }
  const current = (): Script | undefined => scripts[next - 1]
  const attend = (item: Item): void => {
    if (item.kind === 'message') {
      if (item.submission?.status === 'failed') me.retry(item.submission.intentId)
      return
    }
    if (item.kind === 'approval' && item.status === 'awaiting') {
      if (item.submission !== null && item.submission.status !== 'failed') return
      const known = current()?.answers.get(item.callId)
      const isTaken = backend.effects.has(item.callId)
      if (!known || (known.by === 'elsewhere' && !isTaken)) return
      if (known.by === 'me' || chance.happens(0.3)) me.decide(item.callId, known.answer)
      if (chance.happens(0.2)) me.decide(item.callId, known.answer)
    }
    if (item.kind === 'form' && item.status === 'awaiting' && item.submission?.status !== 'sending')
      me.submitForm(item.workflowId, item.stepId, {})
    if (item.kind === 'connection' && item.status === 'auth-required' && chance.happens(0.5)) {
      transport.tally.causes += 2
      me.watchConnection(item.attemptId)
      backend.authorize(item.attemptId)
    }
  }
  const answerElsewhere = (): void => {
    const script = current()
    if (!script) return
    for (const event of backend.runEvents(script.runId))
      if (event.type === 'approval-required' && script.answers.get(event.callId)?.by === 'elsewhere')
        backend.answer(event.callId)
  }
  const suffer = (): void => {
    const isBad = (probability: number): boolean => chance.happens(probability * weather.severity)
    if (!weather.isOnline) {
      if (chance.happens(0.3)) weather.isOnline = true
      if (weather.isOnline) wake()
      return
    }
    if (isBad(0.05)) transport.drop()
    if (isBad(0.03)) reload()
    if (isBad(0.02)) other ??= ((seen.other = forgotten), open(others, memoryStorage()))
    if (chance.happens(turns[next - 1]?.isMine === false ? 0.3 : 0.03 * weather.severity)) wake()
    if (isBad(0.02)) {
      weather.isOnline = false
      transport.drop()
      others.drop()
      me.setOffline()
    }
  }
  const isPlayed = (): boolean =>
    next === scripts.length &&
    backend.openRun() === null &&
    scripts.every(({ userId }) => backend.effects.has(`turn ${userId}`))

  for (let step = 0; step < mostSteps && !isPlayed(); step += 1) {
    if (step === calmFrom) weather.severity = 0
    await pass(chance.between(40, 900))
    const script = scripts[next]
    const isSaid = next === 0 || backend.effects.has(`turn u${next - 1}`)
    if (script && isSaid && backend.openRun() === null && weather.isOnline && isAtRest()) await begin(script)
    if (chance.happens(0.6)) for (const item of me.getState().items) attend(item)
    if (chance.happens(0.3)) answerElsewhere()
    suffer()
  }

  weather.severity = 0
  if (!weather.isOnline) {
    weather.isOnline = true
    wake()
  }
  if (isHub || turns.some(({ isMine }) => !isMine)) wake()
  other?.wake()
  const viewers: readonly (readonly [string, () => Session | null, Viewer])[] = [
    ['this client', () => me, { isAuthor: true, forgotten: seen.me, doubtful: transport.tally.doubtful }],
    ['another client', () => other, { isAuthor: false, forgotten: seen.other, doubtful: new Set() }],
  ]
  const faultsNow = (): readonly string[] =>
    viewers.flatMap(([name, sessionOf, viewer]) => {
      const state = sessionOf()?.getState()
      if (!state) return []
      const last = turns.at(-1)
      const rows = rowsOf(state.items)
      const hasHalted = isHub
        ? // Whether it may be shown as halted is judged with the rows.
          rows.some((row) => row.startsWith('workflow:') && row.includes(' halted '))
        : viewer.forgotten < turns.length &&
          last?.pieces.some((piece) => piece.type === 'workflow' && piece.fails) === true
      const phase = hasHalted ? 'failed' : 'idle'
      const { tally } = viewer.isAuthor ? transport : others
      const difference = isHub
        ? hubDifference(scripts, tally, rows, manners.isCounted)
        : differenceOf(rows, expectedRows(scripts, viewer))
      return [
        ...(difference === null ? [] : [`${name}: ${difference}`]),
        ...(state.phase === phase || (isHub && hasHalted && state.phase === 'idle')
          ? []
          : [`${name}: the phase is ${state.phase} and should be ${phase}`]),
        ...(state.link === 'live' ? [] : [`${name}: the link is ${state.link}`]),
      ]
    })
  let faults: readonly string[] = ['nothing was played']
  for (let round = 0; round < longestCalm && faults.length > 0; round += 1) {
    await pass(5000)
    faults = faultsNow()
  }
  const { tally } = transport
  const effects = [...backend.effects].filter(([, count]) => count !== 1)
  const played = isPlayed() ? [] : ['the conversation never came to its end']
  const author = { ...viewers[0]![2], isAuthor: true }
  const differs = (rows: readonly string[]): boolean =>
    (isHub
      ? hubDifference(scripts, tally, rows, manners.isCounted)
      : differenceOf(rows, expectedRows(scripts, author))) !== null
  const wrongControls = Object.keys(naiveClients).filter((name) =>
    differs(naiveClients[name]?.(tally.arrived) ?? []),
  )
  me.close()
  other?.close()
  return {
    wrongControls,
    isMuddled: isMuddled(transport.tally) || isMuddled(others.tally),
    faults: [
      ...played,
      ...faults,
      ...effects.map(([name, count]) => `${name} took effect ${count} times`),
      ...(backend.effects.has('a message that nobody wrote') ? ['a message was sent twice'] : []),
      ...(tally.mostAtOnce > 1 ? ['two reads ran at once'] : []),
      ...(tally.quickReads > tally.causes
        ? [`${tally.quickReads} quick reads for ${tally.causes} causes`]
        : []),
    ],
  }
}
