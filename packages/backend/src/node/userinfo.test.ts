import { expect, test } from 'vitest'
import { createUserinfo } from './userinfo.ts'

interface Issuer {
  readonly asked: string[]
  isDown: boolean
}

function createIssuer(): Issuer & { readonly fetch: typeof globalThis.fetch } {
  const issuer: Issuer = { asked: [], isDown: false }
  const fetch = async (address: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (issuer.isDown) throw new TypeError('fetch failed')
    if (new Request(address).url.endsWith('/.well-known/openid-configuration')) {
      return Response.json({ userinfo_endpoint: 'https://id.test/me' })
    }
    const token = new Headers(init?.headers).get('Authorization')?.slice('Bearer '.length) ?? ''
    issuer.asked.push(token)
    return token === 'good' ? Response.json({ sub: 'ada' }) : new Response(null, { status: 401 })
  }
  return Object.assign(issuer, { fetch })
}

const bearer = (token: string): Request =>
  new Request('http://backend.test', { headers: { Authorization: `Bearer ${token}` } })

test('finds the user of a token, and asks once for as long as it believes the answer', async () => {
  const issuer = createIssuer()
  let now = 0
  const userOf = createUserinfo({
    issuer: 'https://id.test',
    fetch: issuer.fetch,
    now: () => now,
    cacheMs: 1000,
  })

  const together = await Promise.all([userOf(bearer('good')), userOf(bearer('good'))])
  now = 1001
  await userOf(bearer('good'))

  expect(together).toEqual([{ userId: 'ada' }, { userId: 'ada' }])
  expect(issuer.asked).toEqual(['good', 'good'])
})

test('knows nobody without a token, or with one that the issuer refuses', async () => {
  const issuer = createIssuer()
  const userOf = createUserinfo({ issuer: 'https://id.test', fetch: issuer.fetch })

  const nobody = await userOf(new Request('http://backend.test', { headers: { 'X-IDP-User-Id': 'ada' } }))
  const refused = await userOf(bearer('forged'))

  expect([nobody, refused]).toEqual([null, null])
})

test('says 503 while the issuer is down, and recovers with it', async () => {
  const issuer = createIssuer()
  const userOf = createUserinfo({ issuer: 'https://id.test', fetch: issuer.fetch })
  issuer.isDown = true

  await expect(userOf(bearer('good'))).rejects.toMatchObject({ status: 503 })
  issuer.isDown = false

  expect(await userOf(bearer('good'))).toEqual({ userId: 'ada' })
})
