import type { UploadProgress } from '@threadwork/core'
import { expect, test } from 'vitest'
import { progressFetch } from './progress-fetch.ts'

const formOf = (bytes: number): FormData => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), 'a.bin')
  return form
}

test('tells how much has left, and gives the answer as fetch would', async () => {
  const seen: UploadProgress[] = []

  const answer = await progressFetch((progress) => seen.push(progress))('/nowhere', {
    method: 'POST',
    body: formOf(3_000_000),
    headers: { Accept: 'application/json' },
  })

  const direct = await fetch('/nowhere', { method: 'POST', body: formOf(10) })
  const sent = seen.map((progress) => progress.sent)
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([
    direct.status,
    direct.headers.get('Content-Type'),
  ])
  expect(await answer.text()).toBe(await direct.text())
  expect(sent).toEqual(sent.toSorted((one, other) => one - other))
  expect(seen.at(-1)?.sent).toBeGreaterThan(3_000_000)
  expect(seen.at(-1)?.sent).toBe(seen.at(-1)?.total)
})

test('breaks off when it is given up', async () => {
  const controller = new AbortController()
  const answer = progressFetch(() => controller.abort())('/nowhere', {
    method: 'POST',
    body: formOf(3_000_000),
    signal: controller.signal,
  })

  await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
})

test('rejects as fetch does where nobody listens', async () => {
  const answer = progressFetch(() => {})('http://127.0.0.1:1/', { method: 'POST', body: formOf(10) })

  await expect(answer).rejects.toBeInstanceOf(TypeError)
})
