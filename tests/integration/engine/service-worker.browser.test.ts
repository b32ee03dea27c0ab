import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { playChapter } from './chapter.ts'
import { chapters } from './chapters.ts'
import { openServiceWorkerWorld } from './service-worker-world.ts'

beforeEach(() => {
  localStorage.clear()
  vi.spyOn(console, 'error')
})
afterEach(() => {
  localStorage.clear()
  vi.restoreAllMocks()
})

describe('the engine under Mock Service Worker in Chromium, from outside', () => {
  test.each(chapters)('leaves the trace of memory: $name', async (chapter) => {
    const trace = await playChapter(chapter, openServiceWorkerWorld)

    await expect(trace).toMatchFileSnapshot(`./traces/${chapter.name}.txt`)
    expect(console.error).not.toHaveBeenCalled()
  })
})
