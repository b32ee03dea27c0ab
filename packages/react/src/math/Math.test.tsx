import { beforeAll, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { lateMarkdown } from '../markdown/late-markdown.ts'
import { MarkdownExtrasProvider, type MarkdownExtra } from '../markdown/markdown-extra.ts'
import { Markdown } from '../markdown/Markdown.tsx'
import { lateFormula } from './LateFormula.tsx'
import { math } from './math.ts'

const extras: readonly MarkdownExtra[] = [math()]

const draw = (text: string, streaming = false) => (
  <MarkdownExtrasProvider value={extras}>
    <Markdown text={text} streaming={streaming} />
  </MarkdownExtrasProvider>
)

const formulas = (container: Element): readonly string[] =>
  Array.from(container.querySelectorAll('math'), (each) => each.textContent ?? '')
const frame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

beforeAll(async () => {
  await Promise.all([lateMarkdown.preload(), lateFormula.preload()])
})

it.each([
  ['$x$', false],
  ['a $x$ b', false],
  [String.raw`a \(x\) b`, false],
  ['a $$x$$ b', true],
  ['$$x$$', true],
  ['$$\nx\n$$', true],
  ['a\n$$\nx\n$$\nb', true],
  [String.raw`\[x\]`, true],
  ['\\[\n  x\n\\]', true],
  ['- one\n\n  $$\n  x\n  $$', true],
  ['> $$\n> x\n> $$', true],
  ['| a |\n| - |\n| $x$ |', false],
  ['**$x$**', false],
  ['```math\nx\n```', true],
])('draws %j', async (text, isDisplayed) => {
  const { container } = await render(draw(text))

  expect(formulas(container)).toEqual(['x'])
  expect(container.querySelector('math')?.namespaceURI).toBe('http://www.w3.org/1998/Math/MathML')
  expect(container.querySelector('.twk-math')?.hasAttribute('data-display')).toBe(isDisplayed)
})

it.each([
  'It costs $5 or $6.',
  String.raw`\$x\$`,
  '`$x$`',
  '```\n$$\nx\n$$\n```',
  '    $$x$$',
  '$$',
  '$$$$',
  '$ x $',
  '$x',
  '$$x',
  '$$\nx\n\ny\n$$',
  String.raw`\(x`,
  String.raw`\[label\](https://example.com)`,
  String.raw`- \[ \] open`,
  '<b>$x</b>',
  `$${'x'.repeat(6000)}$`,
])('leaves %j to markdown', async (text) => {
  const { container } = await render(draw(text))

  expect(container.querySelector('.twk-math')).toBeNull()
})

it('keeps what looks like markdown inside of a formula', async () => {
  const { container } = await render(draw('$$\na\n= b\n- c\n+ d_1 * e_2 * f\n$$\n\n$a_1 b_2$ and $a*b*c$'))

  expect(container.querySelectorAll('em, li, h3')).toHaveLength(0)
  expect(formulas(container)).toHaveLength(3)
})

it('keeps a half-finished formula as text, and ends with the same page however it came', async () => {
  const text = 'So $x_1 = 2$ and\n\n$$\n\\frac{a}{b}\n= c\n$$\n\nthen $5 and \\(y\\).'
  const whole = await render(draw(text))
  const expected = whole.container.innerHTML
  await whole.unmount()
  const screen = await render(draw('', true))

  for (let end = 1; end <= text.length; end += 1) {
    await screen.rerender(draw(text.slice(0, end), true))
    await frame()
    expect(screen.container.querySelector('[data-source]'), text.slice(0, end)).toBeNull()
    if (end < 12) expect(formulas(screen.container)).toEqual([])
  }
  await screen.rerender(draw(text))

  expect(screen.container.innerHTML).toBe(expected)
})

it('draws a fence of math once it is closed', async () => {
  const screen = await render(draw('```math\n\\frac{a}{b', true))
  expect(screen.container.querySelector('pre')?.textContent).toBe('\\frac{a}{b')

  await screen.rerender(draw('```math\n\\frac{a}{b}\n```\n\nDone.', true))

  // A burst of text is drawn over a few frames.
  await expect.poll(() => formulas(screen.container)).toEqual(['ab'])
})

it.each([
  String.raw`$\href{javascript:alert(1)}{x}$`,
  String.raw`$\url{https://evil.example}$`,
  String.raw`$\includegraphics{https://evil.example/x.png}$`,
  String.raw`$\class{twk-card}{x}$`,
  String.raw`$\style{position:fixed}{x}$`,
  String.raw`$\id{root}{x}$`,
  String.raw`$\data{kind=approval}{x}$`,
  String.raw`$\color{white}x$`,
  String.raw`$\colorbox{red}{x}$`,
  String.raw`$\label{x}\ref{x}$`,
  String.raw`$\text{<img src=x onerror=alert(1)>}$`,
  String.raw`$\gdef\x{\href{javascript:1}{y}}\x$`,
  String.raw`$\begin{CD} A @>a>> B \end{CD}$`,
])('gives %s no address, name, colour or style', async (text) => {
  const { container } = await render(draw(text))

  const names = Array.from(container.querySelectorAll('.twk-math *'), (each) =>
    each.getAttributeNames(),
  ).flat()
  expect(
    names.filter((name) => /^(?:href|src|id|style|xlink|on|data-kind|mathcolor|mathbackground)/u.test(name)),
  ).toEqual([])
  expect(
    container.querySelectorAll('.twk-math :is(a, img, [class]:not(.twk-hint, .twk-markdown__code))'),
  ).toHaveLength(0)
})

it('keeps what a formula moves or widens within a bound', async () => {
  const { container } = await render(
    draw(String.raw`$\rule{9999em}{9999em} \hspace{-500em} \raisebox{800em}{x} \kern{700pt}$`),
  )

  const lengths = Array.from(container.querySelectorAll('math *'), (each) =>
    ['width', 'height', 'voffset', 'lspace'].map((name) => Number.parseFloat(each.getAttribute(name) ?? '0')),
  ).flat()
  expect(lengths.length).toBeGreaterThan(0)
  expect(Math.max(...lengths.map(Math.abs))).toBeLessThanOrEqual(12)
})

it.each([
  ['endless macros', String.raw`$\def\a{\a\a}\a$`],
  ['deep nesting', `$${'{'.repeat(2000)}x${'}'.repeat(2000)}$`],
  ['many parts', `$${'x^'.repeat(2000)}x$`],
  ['half a command', String.raw`$\frac{1}{$`],
])('shows the source of %s with a sentence', async (_, text) => {
  const { container } = await render(draw(text))

  expect(container.querySelector('math')).toBeNull()
  expect(container.querySelector('.twk-math code')?.textContent).toBe(text.slice(1, -1))
  expect(container.textContent).toContain('could not be drawn as a formula')
})
