import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeScenarios } from './scenario-decode.ts'
import { playScenario } from './scenario-play.ts'

const root = new URL('../../../', import.meta.url)
const shared = new URL('../shared/design/recovery-scenarios.json', root)
const copy = new URL('../scenarios/recovery-scenarios.json', import.meta.url)
const file: unknown = JSON.parse(readFileSync(existsSync(shared) ? shared : copy, 'utf8'))
const seed = Number(process.env.SEED ?? 1)

describe('the recovery scenarios', () => {
  it.each(decodeScenarios(file).map((scenario) => [scenario.id, scenario.title, scenario] as const))(
    '%s comes out as written: %s',
    (_id, _title, scenario) => {
      const { passed, expected, actual, order } = playScenario(scenario, { seed })

      expect(actual, order === null ? '' : `seed ${seed}, order ${JSON.stringify(order, null, 1)}`).toEqual(
        expected,
      )
      expect(passed).toBe(true)
    },
  )
})

const sse = (over: object) =>
  decodeScenarios({
    sse: [
      {
        id: 'X1',
        title: 't',
        steps: [{ msg: 'u1@0 user hi' }, 'r1/1@1 skill.running A', { eof: true }],
        timeline: ['user u1', 'A#1@r1 running'],
        status: 'skill_processing',
        link: 'recovering',
        ...over,
      },
    ],
  }).map((scenario) => playScenario(scenario))

describe('playScenario', () => {
  it('passes what comes out as written', () => {
    expect(sse({})).toMatchObject([{ id: 'X1', passed: true }])
  })

  it.each([{ timeline: ['user u1'] }, { status: 'idle' }, { link: 'live' }])('fails on %j', (over) => {
    expect(sse(over)).toMatchObject([{ passed: false }])
  })

  it('compares neither status nor link where the scenario says nothing of them', () => {
    expect(sse({ status: undefined, link: undefined })).toMatchObject([{ passed: true }])
  })
})

const signalr = (steps: readonly unknown[], want: readonly string[]) =>
  decodeScenarios({ signalr: [{ id: 'Y1', title: 't', steps, want }] }).map((scenario) =>
    playScenario(scenario),
  )

describe('playScenario of a hub', () => {
  const lost = ['WS w1 A', 'SS s1 a', { drop: 1 }, { reconnected: 1 }]

  it('lets events after a reconnect wait for the history', () => {
    const steps = [...lost, 'SS s3 c', { snap: { id: 'w1', name: 'A', step: 's2', failed: true } }]

    expect(signalr(steps, ['w1(A) running: s1 completed, s2 completed, s3 running'])).toMatchObject([
      { passed: true },
    ])
    expect(signalr([...lost, 'SC s1'], ['w1(A) running: s1 completed'])).toMatchObject([{ passed: true }])
  })

  it('types into the open form alone', () => {
    const steps = ['WS w1 A', 'SS s1 a', { type: 'early' }, 'IR s1 email']

    expect(signalr(steps, ['w1(A) running: s1 input[email]'])).toMatchObject([{ passed: true }])
  })
})
