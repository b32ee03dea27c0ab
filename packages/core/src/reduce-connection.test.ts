import { describe, expect, test } from 'vitest'
import type { Fact } from './facts.ts'
import { event, message, statusOf, view } from './fixtures/told-facts.ts'
import type { AttemptId } from './ids.ts'
import { createLedger } from './ledger.ts'
import { outlookOf } from './outlook.ts'
import { reduce } from './reduce.ts'

describe('a connection', () => {
  const required = event('r1', 1, 1, { type: 'connection-required', attemptId: 'a1', link: null })
  const read = (status: 'skipped' | 'failed'): Fact => ({
    type: 'connection',
    connection: { attemptId: 'a1' as AttemptId, status, link: null },
  })

  test('is taken for made when the reply is in the history and nothing else is known', () => {
    expect(view([required, message('m1', 'agent', 9)]).items.map(statusOf)).toEqual([
      'authorized',
      'complete',
    ])
  })

  test('that is only taken for made is asked about until somebody tells', () => {
    const ledger = createLedger()
    for (const fact of [required, message('m1', 'agent', 9)]) ledger.add(fact)
    const taken = outlookOf(ledger, reduce(ledger, [])).attempts

    ledger.add(read('skipped'))

    expect(taken).toEqual(['a1'])
    expect(outlookOf(ledger, reduce(ledger, [])).attempts).toEqual([])
  })

  test.each([
    ['skipped', 'skipped'],
    ['failed', 'closed'],
  ] as const)('that was %s is not taken for made because the turn went on', (status, shown) => {
    expect(view([required, read(status), message('m1', 'agent', 9)]).items.map(statusOf)[0]).toBe(shown)
  })

  test.each([
    ['lives longer', { url: 'https://a.test/2', expiresAt: 600 }, 'https://a.test/2'],
    ['ended sooner', { url: 'https://a.test/0', expiresAt: 100 }, 'https://a.test/1'],
    ['says nothing new of the same one', { url: 'https://a.test/1', expiresAt: 300 }, 'https://a.test/1'],
    ['gives the same one a longer life', { url: 'https://a.test/1', expiresAt: 600 }, 'https://a.test/1'],
  ])('takes a link that %s for what it is worth, whatever came first', (_, given, shown) => {
    const told = { url: 'https://a.test/1', expiresAt: 300, toldAt: 1, connectorName: null }
    const announced = event('r1', 1, 1, { type: 'connection-required', attemptId: 'a1', link: told })
    const link: Fact = {
      type: 'connection',
      connection: {
        attemptId: 'a1' as AttemptId,
        status: 'auth-required',
        link: { ...given, connectorName: null },
      },
    }

    const orders = [[announced, link] as const, [link, announced] as const]
    const links = orders.map((facts) => view(facts).items.map((item) => 'link' in item && item.link))

    expect(links[0]).toEqual(links[1])
    expect(links[0]).toMatchObject([{ url: shown, expiresAt: Math.max(300, given.expiresAt) }])
  })

  test('counts the life of a link from when it was told last', () => {
    const ledger = createLedger()
    const link = (toldAt: number): Fact => ({
      type: 'connection',
      connection: {
        attemptId: 'a1' as AttemptId,
        status: 'auth-required',
        link: { url: 'https://a.test/1', expiresAt: 300, toldAt, connectorName: null },
      },
    })
    ledger.add(link(200))

    expect(ledger.add(link(100))).toBe(false)
    expect(ledger.add(link(250))).toBe(true)
    expect(ledger.connections.get('a1' as AttemptId)?.link?.toldAt).toBe(250)
  })
})
