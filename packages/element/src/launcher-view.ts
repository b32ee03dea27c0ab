const svgSpace = 'http://www.w3.org/2000/svg'

const drawings = {
  closed: 'M4 5.5h16v11h-8.5L7 20v-3.5H4z M8 9.5h8 M8 12.7h5',
  open: 'M6 9.5 12 15.5 18 9.5',
} as const

const drawing = (when: keyof typeof drawings): SVGElement => {
  const svg = document.createElementNS(svgSpace, 'svg')
  const path = document.createElementNS(svgSpace, 'path')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.dataset.when = when
  path.setAttribute('d', drawings[when])
  svg.append(path)
  return svg
}

const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  part: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag)
  element.className = `twk-launcher__${part}`
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

/** The parts of a launcher. Made by hand: a page with Trusted Types takes no HTML as text. */
export interface LauncherView {
  readonly button: HTMLButtonElement
  readonly badge: HTMLElement
  /** Says what is new while the panel is closed. */
  readonly told: HTMLElement
  readonly panel: HTMLDialogElement
  /** Names the panel. */
  readonly heading: HTMLElement
  readonly loading: HTMLElement
  readonly place: HTMLElement
}

export const launcherView = (): LauncherView => {
  const button = make('button', 'button', {
    type: 'button',
    part: 'button',
    'aria-haspopup': 'dialog',
    'aria-expanded': 'false',
  })
  const badge = make('span', 'badge', { part: 'badge', 'aria-hidden': 'true', hidden: '' })
  button.append(drawing('closed'), drawing('open'), badge)
  const told = make('span', 'told', { role: 'status' })
  const panel = make('dialog', 'panel', { part: 'panel', 'aria-labelledby': 'heading' })
  const heading = make('h2', 'told', { id: 'heading' })
  const loading = make('p', 'loading', { role: 'status' })
  const place = document.createElement('div')
  place.className = 'twk-place'
  panel.append(heading, loading, place)
  return { button, badge, told, panel, heading, loading, place }
}
