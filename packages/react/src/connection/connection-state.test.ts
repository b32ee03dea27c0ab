import type { AuthLink } from '@threadwork/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LinkVerdict } from '../policy/judge-link.ts'
import { connectionStateOf, type ConnectionSituation, type WindowState } from './connection-state.ts'

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const url = 'https://login.example.com/1'
const link: AuthLink = { url, expiresAt: null, connectorName: null }
const trusted: LinkVerdict = { type: 'trusted', url, host: 'login.example.com' }
const open = (to: string, hasReturned = false): WindowState => ({ type: 'open', url: to, hasReturned })

const situation = (change: Partial<ConnectionSituation> = {}): ConnectionSituation => ({
  status: 'auth-required',
  link,
  verdict: trusted,
  life: 300_000,
  window: { type: 'none' },
  isTriedAgain: false,
  ...change,
})
const typeOf = (change: Partial<ConnectionSituation>): string => connectionStateOf(situation(change)).type

describe('connectionStateOf', () => {
  it.each<[string, Partial<ConnectionSituation>]>([
    ['required', {}],
    ['required', { life: null }],
    ['no-link', { link: null, verdict: null, life: null }],
    ['refused', { verdict: { type: 'not-allowed', host: 'evil.test' } }],
    ['expired', { life: 0 }],
    ['opening', { window: { type: 'opening' } }],
    ['blocked', { window: { type: 'blocked' } }],
    ['expired', { window: { type: 'blocked' }, life: 0 }],
    ['waiting', { window: open(url) }],
    ['waiting', { window: open(url), life: 0 }],
    ['failed', { status: 'failed' }],
    ['failed', { status: 'failed', window: open(url) }],
    ['opening', { status: 'failed', window: { type: 'opening' } }],
    ['waiting', { status: 'failed', window: open(url), isTriedAgain: true }],
    ['blocked', { status: 'failed', window: { type: 'blocked' }, isTriedAgain: true }],
  ])('is %s for %j', (type, change) => {
    expect(typeOf(change)).toBe(type)
  })

  it('says that an earlier window may be worth nothing when another link came', () => {
    const state = connectionStateOf(situation({ window: open('https://login.example.com/0', true) }))

    expect(state).toMatchObject({ type: 'required', isAgain: true })
  })

  it('goes on waiting for a window whose link expired meanwhile, and says so', () => {
    const state = connectionStateOf(situation({ window: open(url, true), life: 0 }))

    expect(state).toMatchObject({ type: 'waiting', hasReturned: true, hasExpired: true })
  })

  it('offers a link only that the policy trusts, and never one that has surely expired', () => {
    const windows = fc.constantFrom<WindowState>(
      { type: 'none' },
      { type: 'opening' },
      { type: 'blocked' },
      open(url),
      open('https://login.example.com/0'),
    )
    const verdicts = fc.constantFrom<LinkVerdict | null>(
      trusted,
      { type: 'not-allowed', host: 'evil.test' },
      { type: 'not-secure', host: 'login.example.com' },
      { type: 'not-an-address' },
      null,
    )
    const situations = fc.record({
      status: fc.constantFrom<ConnectionSituation['status']>('auth-required', 'failed'),
      link: fc.constantFrom(link, null),
      verdict: verdicts,
      life: fc.constantFrom(null, 0, 1, 300_000),
      window: windows,
      isTriedAgain: fc.boolean(),
    })

    fc.assert(
      fc.property(situations, (drawn) => {
        const state = connectionStateOf(drawn)
        if (!('link' in state)) return
        expect(drawn.verdict?.type).toBe('trusted')
        if (state.type !== 'waiting') expect(drawn.life).not.toBe(0)
      }),
      { seed },
    )
  })
})
