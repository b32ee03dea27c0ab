import { describe, expect, test } from 'vitest'
import type { Need, RecoveryInput } from './recovery-contract.ts'
import { createRecovery } from './recovery.ts'
import { failure, lost, nothingNew, open, over, play, waitOf } from './fixtures/played-recovery.ts'

describe('the recovery', () => {
  test('keeps the screen and says that it recovers when a stream breaks', () => {
    const { state, names } = play([
      [{ type: 'stream-opened' }, open],
      [lost, open],
    ])

    expect(state.link).toBe('recovering')
    expect(names).toEqual(['wait'])
  })

  test('waits as long as the backend asks, and no longer than eight seconds', () => {
    const asked = (retryAfter: number) =>
      waitOf(play([[{ ...lost, reason: 'interrupted', retryAfter }, open]]).effects)

    expect(asked(3000)).toBe(3000)
    expect(asked(3_600_000)).toBe(8000)
  })

  test('reads and opens the stream again in parallel', () => {
    expect(
      play([
        [lost, open],
        [{ type: 'due' }, open],
      ]).names,
    ).toEqual(['cancel-wait', 'read', 'resume'])
  })

  test('is live and at rest once the turn is over', () => {
    const { state, names } = play([
      [lost, open],
      [{ type: 'due' }, open],
      [nothingNew, over],
    ])

    expect(state.link).toBe('live')
    expect(names).toEqual([])
  })

  test('does not call the expected end of a parked connection’s stream a fault', () => {
    const parked: Need = { ...open, isAwaitingPerson: true, isAwaitingConnection: true }

    const { state } = play([
      [{ type: 'stream-opened' }, parked],
      [{ ...lost, reason: 'interrupted' }, parked],
    ])

    expect(state.link).toBe('live')
  })

  test('does not call the end of a stream a fault when its turn is over', () => {
    const ended = play([
      [{ type: 'stream-opened' }, open],
      [{ ...lost, reason: 'interrupted' }, over],
    ])

    expect(ended.state.link).toBe('live')
    expect(ended.names).toEqual(['wait'])
  })

  test('watches an opened link closely', () => {
    const parked: Need = { ...open, isAwaitingPerson: true, isAwaitingConnection: true }
    const read: RecoveryInput = {
      type: 'read-done',
      isIdle: true,
      isNews: false,
      isPartial: false,
      isUnanswered: false,
    }

    const { effects } = play([
      [{ type: 'watch' }, parked],
      [read, parked],
    ])

    expect(waitOf(effects)).toBe(2000)
  })

  test('goes quiet offline and catches up at once when woken', () => {
    const asleep = play([
      [{ type: 'stream-opened' }, open],
      [{ type: 'offline' }, open],
      [lost, open],
    ])
    const awake = play([[{ type: 'wake' }, open]], asleep.state)

    expect(asleep.state.link).toBe('offline')
    expect(asleep.names).toEqual([])
    expect(awake.names).toEqual(['wake-transport', 'cancel-wait', 'read', 'resume'])
    expect(awake.state.link).toBe('recovering')
  })

  test('leaves a push transport to mend itself', () => {
    const push = createRecovery('push')
    const gone: RecoveryInput = { type: 'reconnecting', attempt: 3, retryIn: 4000, failure }

    const broken = play([[gone, open]], push)
    const whole = play([[{ type: 'reconnected' }, open]], broken.state)

    expect(broken.state).toMatchObject({ link: 'recovering', attempt: 3, nextTryAt: 4000 })
    expect(broken.names).toEqual([])
    expect(whole.state.link).toBe('live')
  })

  test('stops listening when the person says so, and listens again when they do', () => {
    const stopped = play([
      [{ type: 'stream-opened' }, open],
      [{ type: 'stop' }, open],
      [{ ...lost, reason: 'aborted' }, open],
    ])

    expect(stopped.names).toEqual([])
    expect(play([[{ type: 'due' }, open]], stopped.state).names).toEqual([])
    expect(play([[{ type: 'wake' }, open]], stopped.state).names).toContain('read')
  })

  test('reads three times more when only the word idle ended a turn, for that may be younger than the events', () => {
    const unseen: Need = { ...over, isEndUnseen: true }
    const first = play([
      [{ type: 'due' }, open],
      [{ ...nothingNew, isIdle: true, isNews: true }, unseen],
    ])
    let { state } = first
    let reads = 0

    for (let { names } = first; names.includes('wait'); reads += 1) {
      const next = play(
        [
          [{ type: 'due' }, unseen],
          [{ ...nothingNew, isIdle: true }, unseen],
        ],
        state,
      )
      ;({ state, names } = next)
    }

    expect(state.link).toBe('live')
    expect(reads).toBe(3)
  })

  test('asks a few times for missing numbers of a turn that is over, then lets them be', () => {
    const gap: Need = { ...over, hasGap: true }
    let { state, effects } = play([[{ type: 'heard' }, gap]])
    let reads = 0
    for (; waitOf(effects) !== undefined && reads < 20; reads += 1)
      ({ state, effects } = play(
        [
          [{ type: 'due' }, gap],
          [nothingNew, gap],
        ],
        state,
      ))

    expect(reads).toBe(4)
  })

  test('watches a stream that opens and says nothing', () => {
    expect(waitOf(play([[{ type: 'stream-opened' }, open]]).effects)).toBe(8000)
  })

  test('does not call a push transport live because a read came through beside it', () => {
    const gone: RecoveryInput = { type: 'reconnecting', attempt: 1, retryIn: 1000, failure: null }

    const { state } = play(
      [
        [{ type: 'reconnected' }, open],
        [gone, open],
        [{ type: 'wake' }, open],
        [nothingNew, open],
      ],
      createRecovery('push'),
    )

    expect(state.link).toBe('recovering')
  })
})
