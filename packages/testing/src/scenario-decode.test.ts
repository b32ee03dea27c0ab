import { describe, expect, it } from 'vitest'
import { decodeScenarios } from './scenario-decode.ts'

const format = { file: 'threadwork-recovery-scenarios/1' }
const sse = (scenario: object) => ({
  format,
  sse: [{ id: 'X1', title: 'a title', steps: [], timeline: [], status: 'idle', ...scenario }],
})
const signalr = (scenario: object) => ({
  format,
  signalr: [{ id: 'J1', title: 't', steps: [], want: [], ...scenario }],
})

describe('decodeScenarios', () => {
  it('decodes a scenario of each wire', () => {
    const scenarios = decodeScenarios({
      ...sse({ perm: false, link: 'live' }),
      ...signalr({ want: ['w1(A) running: '] }),
    })

    expect(scenarios).toMatchObject([
      { wire: 'sse', id: 'X1', isPermutable: false, link: 'live', status: 'idle' },
      { wire: 'signalr', id: 'J1', want: ['w1(A) running: '] },
    ])
  })

  it.each([
    [{ msg: 'u1@0 user hello' }, { type: 'heard', fact: { type: 'history-message' } }],
    [{ eof: true }, { type: 'signal', signal: 'eof' }],
    [{ approve: 'c1' }, { fact: { decision: { callId: 'c1', resolution: 'approved', by: 'me' } } }],
    [
      { approve: 'c1', as: 'resolved', by: 'elsewhere' },
      { fact: { decision: { resolution: 'resolved', by: 'elsewhere' } } },
    ],
    [
      { conn: 'a1', status: 'authorized' },
      { fact: { connection: { attemptId: 'a1', status: 'authorized' } } },
    ],
    [
      { send: 'local1', ack: 'u1', run: 'r1' },
      { type: 'send', intentId: 'local1', messageId: 'u1', runId: 'r1' },
    ],
    [{ conv: { state: 'ai_running' } }, { fact: { type: 'backend-state', state: 'ai-running', at: null } }],
  ])('decodes the step %j', (step, decoded) => {
    expect(decodeScenarios(sse({ steps: [step] }))[0]?.steps).toMatchObject([decoded])
  })

  it('decodes a rebuild into all of its facts', () => {
    const rebuild = {
      events: ['r1/1@1 processing.started', '-/-@- system.ping'],
      messages: ['u1@0 user hello'],
      conv: { state: 'idle', updated_at: '2026-01-01T12:00:06.000Z' },
    }

    const [scenario] = decodeScenarios(sse({ steps: [{ rebuild }] }))

    expect(scenario?.steps).toMatchObject([
      {
        type: 'read',
        facts: [
          { type: 'event' },
          { type: 'history-message' },
          { type: 'backend-state', state: 'idle', at: Date.parse('2026-01-01T12:00:06Z') },
        ],
      },
    ])
  })

  it.each([
    [null, /: expected an object \{ format, sse, signalr \}, found null/u],
    [{}, /sse: expected a list of scenarios/u],
    [{ format: { file: 'other/2' }, sse: [] }, /format\.file: expected "threadwork-recovery-scenarios\/1"/u],
    [{ format, sse: {} }, /^sse: expected a list of scenarios, found \{\}/u],
    [{ format, sse: [{}] }, /^sse\[0\]\.id: expected the id of the scenario, found nothing/u],
    [sse({ steps: ['nonsense'] }), /^scenario X1, sse\[0\]\.steps\[0\]: expected an event such as/u],
    [sse({ steps: [7] }), /steps\[0\]: expected an event such as/u],
    [sse({ steps: [{ reboot: 1 }] }), /or an object with one of msg, rebuild, eof/u],
    [sse({ steps: [{ rebuild: { evnts: [] } }] }), /rebuild\.evnts: expected no such key here/u],
    [sse({ steps: [{ conv: { state: 'sleeping' } }] }), /conv\.state: expected one of idle, ai_running/u],
    [
      sse({ steps: [{ conv: { state: 'idle', updated_at: 'noon' } }] }),
      /updated_at: expected a time such as/u,
    ],
    [sse({ timeline: [3] }), /^scenario X1, sse\[0\]\.timeline\[0\]: expected a timeline line, found 3/u],
    [sse({ timeline: undefined }), /timeline: expected a list of timeline lines, found nothing/u],
    [sse({ perm: 'no' }), /perm: expected true or false/u],
    [
      signalr({ steps: ['SS'] }),
      /^scenario J1, signalr\[0\]\.steps\[0\]: expected an event such as "SS s1 Collect"/u,
    ],
    [signalr({ steps: [{ snap: 'w1' }] }), /snap: expected an object/u],
  ])('says what is wrong with %j', (json, message) => {
    expect(() => decodeScenarios(json)).toThrow(message)
  })
})
