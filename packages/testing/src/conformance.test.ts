import { readFileSync } from 'node:fs'
import type { Fact, Transport, TransportConnection } from '@threadwork/core'
import { describe, expect, it } from 'vitest'
import type { ConformanceSubject } from './conformance-subject.ts'
import { conformance } from './conformance.ts'
import { decodeScenarios } from './scenario-decode.ts'
import { scriptedTransport, type ScriptedTransport } from './scripted-transport.ts'

const file: unknown = JSON.parse(
  readFileSync(new URL('../scenarios/recovery-scenarios.json', import.meta.url), 'utf8'),
)
const scenarios = decodeScenarios(file)

const eventFacts = (events: Parameters<ConformanceSubject['say']>[0]): readonly Fact[] =>
  events.map((event) => ({ type: 'event', event }))

interface Parts {
  readonly wire: ScriptedTransport
  readonly subject: ConformanceSubject
}

const createPull = (): Parts => {
  const kept: Fact[] = []
  const wire = scriptedTransport({
    onSubmit: (_command, intentId) => {
      wire.changeLink({ type: 'opened', intentId, runId: null })
      return { status: 'accepted', runId: null }
    },
    onRead: () => ({ status: 'read', facts: kept, isExpired: false, problems: [] }),
  })
  const subject: ConformanceSubject = {
    transport: wire,
    say: (events) => wire.push(...eventFacts(events)),
    keep: (facts) => void kept.push(...facts),
    cut: () => wire.end('error'),
    commandCount: () => wire.submitted.length,
    close: () => undefined,
  }
  return { wire, subject }
}

const createPush = (): Parts => {
  const kept: Fact[] = []
  const wire = scriptedTransport({
    capabilities: { delivery: 'push', commands: ['send-message'] },
    onRead: () => ({ status: 'read', facts: kept, isExpired: false, problems: [] }),
    onSubmit: ({ type }) =>
      type === 'send-message'
        ? { status: 'accepted', runId: null }
        : { status: 'failed', failure: { ...refusal, reason: 'unsupported' } },
  })
  const refusal = { message: 'no', requestId: null, retryAfter: null, fieldErrors: {} }
  const subject: ConformanceSubject = {
    transport: wire,
    say: (events) => wire.push(...eventFacts(events)),
    keep: (facts) => void kept.push(...facts),
    cut: () => {
      wire.changeLink({ type: 'reconnecting', attempt: 1, retryIn: 0, failure: null })
      wire.push(...kept)
      wire.changeLink({ type: 'reconnected' })
    },
    commandCount: () => wire.submitted.length,
    close: () => undefined,
  }
  return { wire, subject }
}

const failuresOf = async (parts: () => Partial<ConformanceSubject> & Parts) => {
  const results = await conformance(
    () => {
      const { subject, wire: _wire, ...over } = parts()
      return { ...subject, ...over }
    },
    { patience: 20 },
  )
  return results.filter(({ status }) => status === 'failed').map(({ name, problem }) => `${name}: ${problem}`)
}

/** A transport whose connections differ from sound ones in one way. */
const spoil = (
  transport: Transport,
  change: (sound: TransportConnection) => Partial<TransportConnection>,
): Transport => ({
  capabilities: transport.capabilities,
  open: (id, sink) => {
    const sound = transport.open(id, sink)
    return { ...sound, ...change(sound) }
  },
})

describe('conformance', () => {
  it('passes a sound pull transport through every rule and scenario', async () => {
    const results = await conformance(() => createPull().subject, { scenarios, patience: 20 })

    expect(results.filter(({ status }) => status === 'failed')).toEqual([])
    expect(results.length).toBeGreaterThan(50)
  })

  it('passes a sound push transport through every rule and scenario', async () => {
    const results = await conformance(() => createPush().subject, {
      scenarios,
      wire: 'signalr',
      patience: 20,
    })

    expect(results.filter(({ status }) => status === 'failed')).toEqual([])
    expect(results.length).toBeGreaterThan(20)
  })

  it('finds events out of order, and events that came twice', async () => {
    const reversed = await failuresOf(() => {
      const parts = createPull()
      return { ...parts, say: (events) => parts.subject.say([...events].reverse()) }
    })
    const doubled = await failuresOf(() => {
      const parts = createPull()
      return { ...parts, say: (events) => parts.subject.say([...events, ...events]) }
    })

    expect(reversed).toEqual([expect.stringMatching(/^delivers live events .* heard skill-running Skill6/u)])
    expect(doubled).toEqual([expect.stringMatching(/^delivers live events/u)])
  })

  it('finds a transport that sends twice', async () => {
    const failures = await failuresOf(() => {
      const parts = createPull()
      const transport = spoil(parts.wire, (sound) => ({
        submit: async (command, intentId) => {
          await sound.submit(command, intentId)
          return sound.submit(command, intentId)
        },
      }))
      return { ...parts, transport }
    })

    expect(failures).toEqual(['sends a command once: the backend received 2'])
  })

  it('finds a transport that goes on after it was closed', async () => {
    const failures = await failuresOf(() => {
      const parts = createPull()
      const transport = spoil(parts.wire, () => ({ close: () => undefined }))
      return { ...parts, transport }
    })

    expect(failures.map((failure) => failure.split(':')[0])).toEqual([
      'is silent once it is closed, and can be closed twice',
      'refuses commands once it is closed, without throwing',
    ])
  })

  it('finds a transport that calls a broken turn finished, or says nothing', async () => {
    const finished = await failuresOf(() => {
      const parts = createPull()
      return { ...parts, cut: () => parts.wire.end('finished') }
    })
    const silent = await failuresOf(() => ({ ...createPull(), cut: () => undefined }))

    expect(finished).toEqual([expect.stringContaining('it called the turn finished')])
    expect(silent).toEqual([expect.stringContaining('nothing was told')])
  })

  it('finds reads that fail or bring nothing, and rejections', async () => {
    const failing = await failuresOf(() => {
      const parts = createPull()
      parts.wire.failReads({ message: 'gone' })
      return parts
    })
    const rejecting = await failuresOf(() => {
      const parts = createPull()
      const transport = spoil(parts.wire, () => ({ submit: () => Promise.reject(new Error('thrown')) }))
      return { ...parts, transport }
    })

    expect(failing).toHaveLength(2)
    expect(rejecting.length).toBeGreaterThan(3)
    expect(rejecting[0]).toContain('thrown')
  })

  it('tells which scenario a wire that loses facts does not carry', async () => {
    const results = await conformance(
      () => {
        const { subject } = createPull()
        return { ...subject, keep: () => undefined, say: () => undefined }
      },
      { scenarios: scenarios.filter(({ id }) => id === 'A01'), patience: 5 },
    )

    expect(results.at(-1)).toMatchObject({
      name: 'A01 Plain turn',
      status: 'failed',
      problem: expect.stringContaining('came out idle'),
    })
  })
})
