import { expect, test } from 'vitest'
import { sessionCookie, signInCookie } from './cookie.ts'
import { startBff } from './fixtures/bff.ts'
import { createBrowser, signedInAt, type TestBrowser } from './fixtures/browser.ts'
import { createMemorySessionStore } from './memory-session-store.ts'
import type { SessionStore } from './session-store.ts'

/** A store that tells how much it was given to keep. */
const watched = (): { readonly store: SessionStore; readonly kept: () => number } => {
  const memory = createMemorySessionStore()
  let kept = 0
  return {
    kept: () => kept,
    store: {
      ...memory,
      insert: async (key, session) => {
        kept += 1
        await memory.insert(key, session)
      },
      claim: async (...claim) => {
        kept += 1
        return memory.claim(...claim)
      },
    },
  }
}

const whoAmI = async (browser: TestBrowser, origin: string): Promise<number> =>
  (await browser.call(`${origin}/auth/session`)).status

test('keeps nothing of sign-ins that nobody ends', async () => {
  const { store, kept } = watched()
  const bff = await startBff({ sessionStore: store })

  for (let each = 0; each < 100; each += 1) await createBrowser().go(`${bff.origin}/auth/sign-in`)

  expect(kept()).toBe(0)
  await bff.close()
})

test('takes no session that a neighbour fixed, before the sign-in or beside it', async () => {
  const bff = await startBff()
  const attacker = await signedInAt(bff.origin)
  const fixed = attacker.cookies.get(bff.origin)?.get(sessionCookie) ?? ''
  const victim = createBrowser()
  victim.cookies.set(bff.origin, new Map([[sessionCookie, fixed]]))

  const stop = (url: string): boolean => url.startsWith(bff.origin) && !url.includes('/auth/callback')
  await victim.visit(`${bff.origin}/auth/sign-in`, stop)

  const own = victim.cookies.get(bff.origin)?.get(sessionCookie)
  expect(own).not.toBe(fixed)
  // The one that was planted ended with the sign-in over it: nobody is left in the victim's place.
  expect(await whoAmI(attacker, bff.origin)).toBe(401)
  expect(await whoAmI(victim, bff.origin)).toBe(200)
  const headers = { cookie: `${sessionCookie}=${fixed}; ${sessionCookie}=${own}`, 'x-threadwork': '1' }
  expect((await fetch(`${bff.origin}/auth/session`, { headers })).status).toBe(401)
  await bff.close()
})

test('gives no session under the pre-login cookie, nor under any id but its own', async () => {
  const bff = await startBff()
  const browser = createBrowser()
  await browser.go(`${bff.origin}/auth/sign-in`)
  const pending = browser.cookies.get(bff.origin)?.get(signInCookie) ?? ''

  const statuses: number[] = []
  for (const id of [pending, '', 'A'.repeat(43), '../../etc/passwd', '%00', 'A'.repeat(5_000)]) {
    const headers = { cookie: `${sessionCookie}=${id}`, 'x-threadwork': '1' }
    statuses.push((await fetch(`${bff.origin}/auth/session`, { headers })).status)
  }

  expect(statuses).toEqual([401, 401, 401, 401, 401, 401])
  await bff.close()
})

test('signs a person out everywhere: all sessions of theirs, their streams, and nobody else', async () => {
  const sessionStore = createMemorySessionStore()
  const options = { sessionStore, timings: { sessionCheck: 20 } }
  const [ada, grace] = await Promise.all([startBff(options), startBff({ ...options, account: 'grace' })])
  const devices = [await signedInAt(ada.origin), await signedInAt(ada.origin), await signedInAt(ada.origin)]
  const other = await signedInAt(grace.origin)
  ada.upstream.answer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
  })
  const stream = await devices[1]?.call(`${ada.origin}/api/runs/r1/events`)
  const reader = stream?.body?.getReader()
  await reader?.read()

  const url = `${ada.origin}/auth/sign-out?everywhere=true`
  const answer = await devices[0]?.call(url, { method: 'POST' })

  expect(answer?.status).toBe(204)
  await expect(reader?.read()).rejects.toThrow()
  const statuses = await Promise.all(devices.map((device) => whoAmI(device, ada.origin)))
  expect(statuses).toEqual([401, 401, 401])
  expect(await whoAmI(other, grace.origin)).toBe(200)
  await Promise.all([ada.close(), grace.close()])
})
