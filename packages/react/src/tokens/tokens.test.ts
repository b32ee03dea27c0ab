import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { tokenPurposes } from './fixtures/token-purposes.ts'

const workspace = new URL('../../../../', import.meta.url)
const readFile = (path: string): string => readFileSync(new URL(path, workspace), 'utf8')

const tokens = readFile('packages/react/src/tokens/tokens.css')
const sources = globSync(
  ['packages/*/src/**/*.{css,ts,tsx}', 'apps/*/src/**/*.{css,ts,tsx}', '.storybook/*.css'],
  {
    cwd: workspace,
  },
).map((path) => ({ path, text: readFile(path) }))

const mentions = /var\(\s*(?<name>--twk-[a-z0-9-]+)\s*[,)]/gu
const mentionsIn = (text: string): readonly string[] =>
  [...text.matchAll(mentions)].map(({ groups }) => groups?.name ?? '')

const blocksOf = (css: string, selector: string): readonly (readonly string[])[] =>
  css
    .split(`${selector} {`)
    .slice(1)
    .map((rest) =>
      rest
        .slice(0, rest.indexOf('}'))
        .trim()
        .split(/\s*\n\s*/u),
    )

it('says behind each token what it is for', () => {
  const silent = [...tokenPurposes(tokens)].filter(([, purpose]) => purpose === '').map(([name]) => name)

  expect(silent).toEqual([])
})

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

// What one component tells another part of itself is nobody else's: it is declared where it is read.
const isDeclaredBeside = (name: string, path: string): boolean =>
  sources.some(
    (source) =>
      folderOf(source.path) === folderOf(path) &&
      (source.text.includes(`${name}:`) || source.text.includes(`'${name}'`)),
  )

it('has every token that a stylesheet or a component reads', () => {
  const known = tokenPurposes(tokens)
  const unknown = sources.flatMap(({ path, text }) =>
    mentionsIn(text)
      .filter((name) => !known.has(name) && !isDeclaredBeside(name, path))
      .map((name) => `${path} reads ${name}`),
  )

  expect(sources.length).toBeGreaterThan(100)
  expect(unknown).toEqual([])
})

it('has no token that nothing reads', () => {
  const read = new Set(sources.flatMap(({ text }) => mentionsIn(text)))

  expect([...tokenPurposes(tokens).keys()].filter((name) => !read.has(name))).toEqual([])
})

it('means the same by more contrast, whether the system or the host asks for it', () => {
  const [bySystem] = blocksOf(
    tokens.slice(tokens.indexOf('@media (prefers-contrast: more)')),
    ':where(.twk-root:not(.twk-root *))',
  )
  const [byHost] = blocksOf(tokens, ":where(.twk-root[data-contrast='more'])")

  expect(byHost?.length).toBeGreaterThan(8)
  expect(bySystem).toEqual(byHost)
})
