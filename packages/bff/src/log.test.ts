import { expect, test } from 'vitest'
import { createLog, errorFields } from './log.ts'

test('redacts secrets that somebody logs after all', () => {
  const lines: string[] = []
  const log = createLog({ destination: { write: (line) => void lines.push(line) } })

  log.info({
    headers: { authorization: 'planted', cookie: 'planted' },
    tokens: { accessToken: 'planted' },
    code: 'planted',
  })

  expect(lines.join('')).not.toContain('planted')
  expect(lines.join('')).toContain('[redacted]')
})

test('logs kinds and codes of foreign errors, never their words', () => {
  const cause = Object.assign(new Error('planted'), { code: 'ECONNREFUSED' })

  const fields = errorFields(new TypeError('planted', { cause }))

  expect(fields).toEqual({ error: 'TypeError', cause_error: 'Error', cause_error_code: 'ECONNREFUSED' })
})
