import { expect, test } from 'vitest'
import { startBff } from './fixtures/bff.ts'
import { signedInAt } from './fixtures/browser.ts'
import { eventually } from './fixtures/eventually.ts'
import { startUpstream } from './fixtures/upstream.ts'
import { createMemorySessionStore } from './memory-session-store.ts'
import { createMetrics } from './metrics.ts'
import { partsOf } from './parts.ts'
import { serveBff } from './serve.ts'

test('writes what Prometheus reads', () => {
  const metrics = createMetrics()

  metrics.call('/api/runs/:run', 'GET', 200, 0.02)
  metrics.call('/api/runs/:run', 'GET', 200, 30)
  metrics.call('/api/runs/:run/events', 'GET', 200, null)
  metrics.refusal('a "quoted"\ncode')

  const text = metrics.text({ open: 2 })
  expect(text).toContain('# TYPE threadwork_bff_calls_total counter')
  expect(text).toContain('threadwork_bff_calls_total{route="/api/runs/:run",method="GET",status="200"} 2')
  expect(text).toContain('threadwork_bff_call_seconds_bucket{le="0.025"} 1')
  expect(text).toContain('threadwork_bff_call_seconds_bucket{le="60"} 2')
  expect(text).toContain('threadwork_bff_call_seconds_count 2')
  expect(text).toContain(String.raw`threadwork_bff_refusals_total{code="a \"quoted\"\ncode"} 1`)
  expect(text).toMatch(/^open 2$/m)
  for (const line of text.trimEnd().split('\n')) {
    expect(line).toMatch(/^(?:# (?:HELP|TYPE) \S+ .+|[a-z_]+(?:\{.*\})? [\d.e+-]+)$/)
  }
})

test('counts calls, refusals, sign-ins and refreshes, and names nobody', async () => {
  const bff = await startBff()
  const browser = await signedInAt(bff.origin)
  await browser.call(`${bff.origin}/api/runs/secret-run-id`)
  await fetch(`${bff.origin}/api/runs/secret-run-id`)
  await browser.go(`${bff.origin}/auth/callback?code=a`)

  const { metrics } = partsOf(bff.app)
  await eventually('both calls ended', () => metrics.text({}).includes('cross_site_request'))
  const text = metrics.text({})
  expect(text).toContain('{route="/api/runs/:run",method="GET",status="200"} 1')
  expect(text).toContain('threadwork_bff_refusals_total{code="cross_site_request"} 1')
  expect(text).toContain('threadwork_bff_sign_ins_total{outcome="succeeded"} 1')
  expect(text).not.toMatch(/secret-run-id|ada|127\.0\.0\.1/)
  await bff.close()
})

test('serves the metrics on a port of their own, and nowhere else', async () => {
  const upstream = await startUpstream()
  const bff = await serveBff({
    port: 0,
    host: '127.0.0.1',
    metrics: { port: 0, host: '127.0.0.1' },
    publicOrigin: 'http://127.0.0.1:4300',
    upstreamUrl: upstream.url,
    auth: { mode: 'apikey', apiKey: 'k', apiUser: 'ada' },
    log: { level: 'silent' },
  })

  const [inside, outside] = await Promise.all([fetch(bff.metricsUrl ?? ''), fetch(`${bff.url}/metrics`)])

  expect(inside.headers.get('content-type')).toContain('version=0.0.4')
  expect(await inside.text()).toMatch(/^threadwork_bff_open_streams 0$/m)
  expect(outside.status).toBe(404)
  await bff.close()
  await upstream.close()
})

test('is ready while its store answers, and not while it drains', async () => {
  const memory = createMemorySessionStore()
  let isAway = false
  const read: typeof memory.read = async (key) =>
    isAway ? Promise.reject(new Error('away')) : memory.read(key)
  const bff = await startBff({ sessionStore: { ...memory, read } })
  const ask = async (): Promise<readonly [number, unknown]> => {
    const answer = await bff.app.request(`${bff.origin}/readyz`)
    return [answer.status, await answer.json()]
  }

  expect(await ask()).toEqual([200, { status: 'ready' }])
  isAway = true
  expect(await ask()).toEqual([503, { status: 'not-ready', reason: 'session-store' }])
  isAway = false
  partsOf(bff.app).streams.endAll()
  expect(await ask()).toEqual([503, { status: 'not-ready', reason: 'draining' }])
  await bff.close()
})

test('counts sign-ins by the client that a trusted proxy names', async () => {
  const limits = { signIns: 1 }
  const behind = await startBff({ limits, trustedProxies: ['127.0.0.1'] })
  const alone = await startBff({ limits })
  const begin = async (origin: string, client: string): Promise<number> => {
    const headers = { 'x-forwarded-for': client }
    return (await fetch(`${origin}/auth/sign-in`, { redirect: 'manual', headers })).status
  }

  const near = [await begin(behind.origin, '192.0.2.1'), await begin(behind.origin, '192.0.2.2')]
  const again = await begin(behind.origin, '192.0.2.1')
  const believed = [await begin(alone.origin, '192.0.2.1'), await begin(alone.origin, '192.0.2.2')]

  expect([...near, again]).toEqual([302, 302, 429])
  expect(believed).toEqual([302, 429])
  await Promise.all([behind.close(), alone.close()])
})
