import { describe, expect, it } from 'vitest'
import { judgeLink } from './judge-link.ts'

const policy = {
  linkOrigins: ['https://login.example.com', 'https://sso.example.org:8443'],
  imageOrigins: [],
  isLoopbackTrusted: false,
}

describe('judgeLink', () => {
  it('trusts https on a listed origin', () => {
    const verdict = judgeLink('https://login.example.com/start?x=1', policy)

    expect(verdict).toEqual({
      type: 'trusted',
      url: 'https://login.example.com/start?x=1',
      host: 'login.example.com',
    })
  })

  it.each([
    ['http://login.example.com/', 'not-secure'],
    ['https://login.example.com.evil.test/', 'not-allowed'],
    ['https://login.example.com@evil.test/', 'not-allowed'],
    ['https://evil.test@login.example.com/', 'not-allowed'],
    ['https://login.example.com:444/', 'not-allowed'],
    ['https://sso.example.org/', 'not-allowed'],
    ['https://lоgin.example.com/', 'not-allowed'],
    ['https:\\\\evil.test/', 'not-allowed'],
    ['//login.example.com/', 'not-an-address'],
    ['javascript:alert(1)//https://login.example.com', 'not-an-address'],
    ['data:text/html,x', 'not-an-address'],
    ['blob:https://login.example.com/x', 'not-an-address'],
    ['', 'not-an-address'],
    ['http://127.0.0.1:4300/', 'not-secure'],
  ])('judges %s as %s', (text, type) => {
    const verdict = judgeLink(text, policy)

    expect(verdict.type).toBe(type)
  })

  it('names the host in ASCII', () => {
    const verdict = judgeLink('https://lоgin.example.com/', policy)

    expect(verdict).toEqual({ type: 'not-allowed', host: 'xn--lgin-55d.example.com' })
  })

  it.each(['http://127.0.0.1:4300/consent', 'http://localhost:1/', 'http://[::1]:9/'])(
    'trusts %s where loopback is trusted',
    (text) => {
      const verdict = judgeLink(text, { ...policy, isLoopbackTrusted: true })

      expect(verdict.type).toBe('trusted')
    },
  )

  it.each(['http://127.0.0.1.evil.test/', 'http://localhost.evil.test/', 'http://10.0.0.1/'])(
    'refuses %s even where loopback is trusted',
    (text) => {
      const verdict = judgeLink(text, { ...policy, isLoopbackTrusted: true })

      expect(verdict.type).not.toBe('trusted')
    },
  )
})
