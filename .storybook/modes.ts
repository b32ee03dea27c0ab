import axe from 'axe-core'

declare global {
  /** Set by the runner of the tests: what is wrong with a story in its modes, a sentence each. */
  var checkStoryModes:
    | ((story: HTMLElement, disabledRules: readonly string[]) => Promise<readonly string[]>)
    | undefined
}

/** A way in which a person may see a story. */
export interface Mode {
  readonly name: 'dark, right to left' | 'high contrast, 320 px' | 'forced colours'
  /** Media features that the browser emulates. */
  readonly media: readonly { readonly name: string; readonly value: string }[]
  readonly theme?: 'dark'
  readonly direction?: 'rtl'
  readonly width?: 320
}

// Colours and directions do not depend on each other, nor do contrast and width: one look sees both.
export const modes: readonly Mode[] = [
  {
    name: 'dark, right to left',
    theme: 'dark',
    direction: 'rtl',
    media: [{ name: 'prefers-color-scheme', value: 'dark' }],
  },
  { name: 'high contrast, 320 px', width: 320, media: [{ name: 'prefers-contrast', value: 'more' }] },
  { name: 'forced colours', media: [{ name: 'forced-colors', value: 'active' }] },
]

/** What the browser does for a mode; the runner of the tests knows how. */
export interface ModeBrowser {
  emulate(media: Mode['media']): Promise<void>
  resize(width: number): Promise<void>
  restoreSize(): Promise<void>
}

const roots = (page: HTMLElement): readonly HTMLElement[] => [
  ...page.querySelectorAll<HTMLElement>('.twk-root'),
]

/** Puts a story into a mode; gives the way back. */
const enter = async (mode: Mode, page: HTMLElement, browser: ModeBrowser): Promise<() => Promise<void>> => {
  const before = roots(page).map((root) => ({ root, theme: root.dataset.theme, dir: root.dir }))
  for (const { root } of before) {
    if (mode.theme) root.dataset.theme = mode.theme
    if (mode.direction) root.dir = mode.direction
  }
  if (mode.width) await browser.resize(mode.width)
  await browser.emulate(mode.media)
  return async () => {
    for (const { root, theme, dir } of before) {
      if (theme === undefined) delete root.dataset.theme
      else root.dataset.theme = theme
      root.dir = dir
    }
    await browser.emulate([])
    if (mode.width) await browser.restoreSize()
  }
}

// What stands in a shadow tree is told by that tree alone.
const treesOf = (page: HTMLElement): readonly DocumentOrShadowRoot[] => [
  page.ownerDocument,
  ...[...page.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []),
]

// A colour that is still on its way to the mode's own is not what a person reads.
const settle = async (page: HTMLElement): Promise<void> => {
  for (const animation of treesOf(page).flatMap((tree) => tree.getAnimations())) {
    if (animation instanceof CSSTransition) animation.finish()
  }
  await new Promise(requestAnimationFrame)
}

// What a mode can change. Everything else axe has judged of the story as it stands.
const rulesOfLooks = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable']

const nameOf = (element: Element): string =>
  `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`

/** The page itself never scrolls sideways, however narrow it is. */
const sideways = (page: HTMLElement): readonly string[] => {
  const { scrollWidth, clientWidth } = page.ownerDocument.documentElement
  if (scrollWidth <= clientWidth) return []
  const widest = [...page.querySelectorAll('*')].find(
    (element) => element.getBoundingClientRect().right > clientWidth + 1,
  )
  return [`the page is ${scrollWidth} px wide in ${clientWidth} px, by ${widest ? nameOf(widest) : 'itself'}`]
}

/** What is wrong with a story in its modes, a sentence each. */
export const checkModes = async (
  page: HTMLElement,
  browser: ModeBrowser,
  disabledRules: readonly string[],
): Promise<readonly string[]> => {
  const problems: string[] = []
  for (const mode of modes) {
    const leave = await enter(mode, page, browser)
    await settle(page)
    const { violations } = await axe.run(page, {
      resultTypes: ['violations'],
      runOnly: rulesOfLooks.filter((rule) => !disabledRules.includes(rule)),
    })
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    )
    if (mode.width) found.push(...sideways(page))
    problems.push(...found.map((problem) => `in ${mode.name}: ${problem}`))
    await leave()
  }
  return problems
}
