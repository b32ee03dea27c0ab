import { describe, expect, test } from 'vitest'
import type { Need, RecoveryInput } from './recovery-contract.ts'
import { createRecovery } from './recovery.ts'
import { failure, lost, nothingNew, open, over, play, waitOf } from './fixtures/played-recovery.ts'

describe('the recovery', () => {
  test('polls with a growing wait of at most eight seconds while the turn is open and no stream is', () => {
    let { state, effects } = play([
      [lost, open],
      [{ type: 'due' }, open],
      [nothingNew, open],
    ])
    const waits: (number | undefined)[] = [waitOf(effects)]
    for (let round = 0; round < 5; round += 1) {
      ;({ state, effects } = play(
        [
          [{ type: 'due' }, open],
          [nothingNew, open],
        ],
        state,
      ))
      waits.push(waitOf(effects))
    }

    expect(waits).toEqual([1000, 2000, 4000, 8000, 8000, 8000])
  })

  test('reads after a silence on a stream that looks open', () => {
    const { effects } = play([
      [{ type: 'stream-opened' }, open],
      [{ type: 'heard' }, open],
    ])

    expect(waitOf(effects)).toBe(8000)
  })

  test('fetches missing numbers soon and quietly', () => {
    const { state, effects } = play([
      [{ type: 'stream-opened' }, open],
      [{ type: 'heard' }, { ...open, hasGap: true }],
    ])

    expect(waitOf(effects)).toBe(250)
    expect(state.link).toBe('live')
  })

  test('settles a run when the backend says idle twice and nothing comes', () => {
    const idle: RecoveryInput = {
      type: 'read-done',
      isIdle: true,
      isNews: false,
      isPartial: false,
      isUnanswered: false,
    }

    const { names } = play([
      [lost, open],
      [{ type: 'due' }, open],
      [idle, open],
      [{ type: 'due' }, open],
      [idle, open],
    ])

    expect(names).toEqual(['settle', 'wait'])
  })

  test.each(['isAwaitingPerson', 'isAwaitingConnection'] as const)('does not settle while %s', (name) => {
    const need: Need = { ...open, [name]: true }
    const idle: RecoveryInput = {
      type: 'read-done',
      isIdle: true,
      isNews: false,
      isPartial: false,
      isUnanswered: false,
    }
    const rounds = Array.from(
      { length: 5 },
      () =>
        [
          [{ type: 'due' }, need],
          [idle, need],
        ] as const,
    ).flat()

    expect(play([[lost, need], ...rounds]).names).not.toContain('settle')
  })

  test('does not try again by itself when only the person can mend it', () => {
    const { state, names } = play([
      [{ type: 'open' }, over],
      [{ type: 'read-failed', failure: { ...failure, reason: 'signed-out' } }, over],
    ])

    expect(names).toEqual(['cancel-wait'])
    expect(state.failure?.reason).toBe('signed-out')
  })

  test('reads once when a turn is finished, for the message that no event carries', () => {
    const { state, names } = play([
      [{ type: 'stream-opened' }, open],
      [{ ...lost, reason: 'finished' }, over],
    ])

    expect(names).toEqual(['cancel-wait', 'read'])
    expect(state.link).toBe('live')
    expect(play([[nothingNew, over]], state).names).toEqual([])
  })

  test('never reads twice at once; a wish meanwhile is kept', () => {
    const { state, names } = play([
      [{ type: 'open' }, open],
      [{ type: 'wake' }, open],
    ])

    expect(names).toEqual(['wake-transport'])
    expect(play([[nothingNew, over]], state).names).toContain('read')
  })

  test('reads again, though no turn is open, when a part of a read failed', () => {
    const partial: RecoveryInput = { ...nothingNew, isPartial: true }

    const { state, effects } = play([
      [{ type: 'open' }, over],
      [partial, over],
    ])

    expect(waitOf(effects)).toBe(1000)
    expect(play([[{ type: 'due' }, over]], state).names).toContain('read')
  })

  test('reads the history of a hub that does not tell of the message that it took', () => {
    const sent: Need = { ...open, isUnconfirmed: true }
    const hub = createRecovery('push')

    const silent = play([[{ type: 'heard' }, sent]], hub)
    const read = play([[{ type: 'due' }, sent]], silent.state)
    const echoed = play([[{ type: 'due' }, over]], silent.state)

    expect(silent.names).toEqual(['wait'])
    expect(read.names).toContain('read')
    expect(echoed.names).toEqual([])
  })

  test('stays offline, or stopped, when a read that began before comes home', () => {
    for (const type of ['offline', 'stop'] as const) {
      const { state, names } = play([
        [{ type: 'open' }, open],
        [{ type }, open],
        [nothingNew, open],
      ])

      expect(names).toEqual([])
      expect(state.link).toBe(type === 'offline' ? 'offline' : 'live')
      expect(state.isReading).toBe(false)
    }
  })

  test('reads when it opens, though it was woken before', () => {
    const { names } = play([
      [{ type: 'wake' }, over],
      [{ type: 'open' }, over],
    ])

    expect(names).toContain('read')
  })

  test('tries again after a failed read though the turn ended on the stream meanwhile', () => {
    const { names } = play([
      [{ type: 'stream-opened' }, open],
      [{ type: 'read-failed', failure }, open],
      [{ type: 'heard' }, over],
    ])

    expect(names).not.toContain('cancel-wait')
  })

  test('asks the history where a hub is silent while work goes on, and not while a person is waited for', () => {
    const hub = createRecovery('push')
    const heard: RecoveryInput = { type: 'heard' }

    const working = play([[heard, open]], hub)
    const later = play([[{ type: 'due' }, open]], working.state)
    const ended = play(
      [
        [heard, over],
        [{ type: 'due' }, over],
      ],
      working.state,
    )
    const asking = play([[heard, { ...open, isAwaitingPerson: true }]], hub)

    expect(waitOf(working.effects)).toBe(8000)
    expect(later.names).toContain('read')
    expect(ended.names).not.toContain('read')
    expect(asking.names).toEqual([])
  })
})
