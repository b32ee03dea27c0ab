import { describe, expect, test } from 'vitest'
import { playChapter } from './chapter.ts'
import { chapters } from './chapters.ts'
import { openSqliteWorld } from './sqlite-world.ts'

describe('the engine on SQLite, from outside', () => {
  test.each(chapters)('leaves the trace of memory: $name', async (chapter) => {
    const trace = await playChapter(chapter, openSqliteWorld)

    await expect(trace).toMatchFileSnapshot(`./traces/${chapter.name}.txt`)
  })
})
