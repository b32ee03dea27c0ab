import { expect, test } from 'vitest'
import { serveBackend } from './serve-backend.ts'

test.each([
  ['openai/gpt-5', 'OPENAI_API_KEY'],
  ['anthropic/claude-sonnet-5', 'ANTHROPIC_API_KEY'],
  ['custom/local-1', 'MODEL_URL'],
])('a server whose MODEL is %s ends with code 1 and names what is missing: %s', async (model, variable) => {
  const complaints: string[] = []
  const said: string[] = []

  const code = await serveBackend(
    { MODEL: model, PORT: '0', DATABASE_URL: 'memory:' },
    {
      say: (line) => said.push(line),
      complain: (line) => complaints.push(line),
      onStop: () => undefined,
    },
  )

  expect(code).toBe(1)
  expect(said).toEqual([])
  expect(complaints).toEqual([expect.stringContaining(`${variable} is not set.`)])
  expect(complaints[0]).toContain(`MODEL=${model}`)
})
