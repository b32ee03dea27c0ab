import { seededRandom } from '@threadwork/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepFigure } from '../../figures/figure.ts'
import { type EchoHost, startEchoHost } from './echo-host.ts'
import { scanForSecrets } from './secret-scan.ts'

const seed = Number(process.env['SEED'] ?? 20)
const random = seededRandom(seed)
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789+/=&%'
const values = Array.from(
  { length: 20 },
  (_, index) =>
    `sk${index}-${Array.from({ length: 24 }, () => letters[Math.floor(random() * letters.length)]).join('')}z`,
)

let echo: EchoHost

beforeAll(async () => {
  echo = await startEchoHost()
})
afterAll(() => echo.close())

test(`tells no secret in any answer, event, frame, log or file, in any spelling; SEED=${seed} (I33, I15)`, async () => {
  const { found, sources, bytes, runs } = await scanForSecrets({ echo, values, isSecret: true })

  const isSound = found.length === 0
  keepFigure({
    goal: `secrets told in ${sources.length} kinds of output, ${runs} runs, ${Math.round(bytes / 1024)} KB`,
    count: values.length,
    passed: isSound ? values.length : 0,
    failed: found.length,
    worst: found[0] ?? '',
    seed,
    command: `SEED=${seed} npx vitest run --project unit tests/integration/engine/secrets.test.ts`,
  })
  expect(echo.count()).toBeGreaterThanOrEqual(3 * values.length)
  expect(found).toEqual([])
}, 300_000)

test('finds them in many places when they are no secrets: the scan sees what is there', async () => {
  const { found } = await scanForSecrets({ echo, values: values.slice(0, 3), isSecret: false })

  expect(found.length).toBeGreaterThan(50)
}, 300_000)
