import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judgeRows, readRows, rowIds } from './rows/row-table.ts'

const root = new URL('../', import.meta.url)

const readFile = (path: string): string | null => {
  const url = new URL(path, root)
  return existsSync(url) ? readFileSync(url, 'utf8') : null
}

const page = readFile('docs/rows.md') ?? ''

describe('the table of rows', () => {
  it('has every row of the product, and shows what it says is done', () => {
    expect(judgeRows(readRows(page), readFile)).toEqual([])
  })

  it('stands in the order of the product', () => {
    expect(readRows(page).map(({ id }) => id)).toEqual(rowIds)
  })
})

describe('the guard itself', () => {
  const files: Readonly<Record<string, string>> = {
    'a.test.ts': `it('keeps the draft', () => {})\nit("it's kept", () => {})`,
    'b.stories.tsx': 'export const Awaiting: Story = {}',
  }
  const judge = (state: string, shown: string) => {
    const rest = rowIds.slice(1).map((id) => `| ${id} | what | not yet |  |`)
    return judgeRows(
      readRows([`| A01 | what | ${state} | ${shown} |`, ...rest].join('\n')),
      (path) => files[path] ?? null,
    )
  }

  it.each([
    ['done', 'a.test.ts › keeps the draft'],
    ['partly', "a.test.ts › it's kept<br>b.stories.tsx › Awaiting"],
    ['not yet', ''],
  ])('takes a row that is %s by %j', (state, shown) => {
    expect(judge(state, shown)).toEqual([])
  })

  it.each([
    ['done', ''],
    ['nearly', 'a.test.ts › keeps the draft'],
    ['done', 'a.test.ts › loses the draft'],
    ['done', 'a.test.ts › the draft'],
    ['done', 'c.test.ts › keeps the draft'],
    ['done', 'b.stories.tsx › Await'],
    ['done', 'a.ts › keeps the draft'],
  ])('refuses a row that is %s by %j', (state, shown) => {
    expect(judge(state, shown)).toEqual([expect.stringContaining('A01')])
  })

  it('misses a row, and finds one that stands twice or is none', () => {
    const lines = rowIds.slice(1).map((id) => `| ${id} | what | not yet |  |`)
    const problems = judgeRows(
      readRows([...lines, lines[0], '| Z01 | what | not yet |  |'].join('\n')),
      () => null,
    )

    expect(problems).toEqual(['A01 is missing', 'A02 stands twice', 'Z01 is no row of the product'])
  })
})
