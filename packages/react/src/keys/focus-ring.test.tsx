import { beforeEach, expect, test } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../styles.css'
import { preloadThread } from '../thread/preload-thread.ts'
import { drawnChat, handSession, sampleApproval, sampleMessage } from './chat-samples.tsx'

type Colour = readonly [red: number, green: number, blue: number, alpha: number]

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })

/** Any CSS colour in numbers: what a canvas makes of it. */
const colourOf = (css: string): Colour => {
  if (!canvas) throw new Error('This browser draws nothing.')
  canvas.clearRect(0, 0, 1, 1)
  canvas.fillStyle = css
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
  return [red, green, blue, alpha / 255]
}

const luminance = ([red, green, blue]: Colour): number => {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one: Colour, other: Colour): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const backgroundBehind = (element: Element | null): Colour => {
  for (let each = element; each; each = each.parentElement) {
    const colour = colourOf(getComputedStyle(each).backgroundColor)
    if (colour[3] === 1) return colour
  }
  return [255, 255, 255, 1]
}

const nameOf = (element: Element): string =>
  `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 30) ?? ''}`

interface Ring {
  /** In pixels. */
  readonly width: number
  readonly colour: Colour
  readonly behind: Colour
}

/** An outline, or a border that a shadow makes thicker in the same colour. */
const ringOf = (element: Element): Ring | null => {
  const style = getComputedStyle(element)
  const width = Number.parseFloat(style.outlineWidth)
  if (style.outlineStyle !== 'none' && width > 0) {
    const isInside = Number.parseFloat(style.outlineOffset) < 0
    const behind = backgroundBehind(isInside ? element : element.parentElement)
    return { width, colour: colourOf(style.outlineColor), behind }
  }
  const [, shadow = '', spread = '0'] = /^(.+?\)) 0px 0px 0px ([\d.]+)px/.exec(style.boxShadow) ?? []
  if (shadow === '' || shadow !== style.borderTopColor) return null
  const thickness = Number.parseFloat(style.borderTopWidth) + Number.parseFloat(spread)
  return { width: thickness, colour: colourOf(shadow), behind: backgroundBehind(element.parentElement) }
}

/** What is wrong with the ring of the element that has the focus; `null` when it can be seen. */
const faultOf = (element: Element): string | null => {
  // A field inside a frame shows its focus on the frame.
  const frame = element.matches('textarea, input') ? element.closest('form') : null
  const ring = ringOf(element) ?? (frame && ringOf(frame))
  if (!ring || ring.width < 2) return `${nameOf(element)} has no ring of 2 px`
  const ratio = contrast(ring.colour, ring.behind)
  return ratio >= 3 ? null : `${nameOf(element)} has a ring of contrast ${ratio.toFixed(2)}`
}

const tabThrough = async (): Promise<readonly Element[]> => {
  const seen: Element[] = []
  for (let count = 0; count < 60; count += 1) {
    await userEvent.keyboard('{Tab}')
    const { activeElement } = document
    if (!activeElement || activeElement === document.body || seen.includes(activeElement)) break
    seen.push(activeElement)
  }
  return seen
}

const failed = sampleMessage('u', 'Not sent', {
  role: 'user',
  status: 'pending',
  submission: { intentId: 'i' as never, status: 'failed', choice: null, problem: null, fieldErrors: {} },
})
const items = [
  sampleMessage('m', 'A [link](https://x.test) and\n\n```js\nlet a\n```'),
  failed,
  sampleApproval('a'),
  sampleApproval('b', { status: 'completed' }),
]

beforeEach(async () => {
  await preloadThread()
  ;(document.activeElement as HTMLElement | null)?.blur()
})

test.each(['light', 'dark'] as const)(
  'shows where the focus is on every control, in the %s theme',
  async (theme) => {
    const { session, show } = handSession(items)
    await render(drawnChat(session, { theme }))
    show(items, { link: 'offline', phase: 'ai-running' })

    const faults: string[] = []
    const stops: Element[] = []
    for (const element of await tabThrough()) stops.push(element)
    for (const element of stops) {
      ;(element as HTMLElement).focus({ focusVisible: true })
      const fault = faultOf(element)
      if (fault !== null) faults.push(fault)
    }

    expect(faults).toEqual([])
    expect(stops.length).toBeGreaterThan(8)
  },
)

test('shows where the focus is on an item that was walked to, and in forced colours', async () => {
  const devtools = cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> }
  const { session } = handSession(items)
  await render(drawnChat(session))
  await userEvent.keyboard('{F6}{F6}{Home}')
  expect(faultOf(document.activeElement!)).toBeNull()

  await devtools.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value: 'active' }],
  })
  const faults: (string | null)[] = []
  for (const key of ['{ArrowDown}', '{ArrowDown}', '{Tab}', '{Tab}']) {
    await userEvent.keyboard(key)
    faults.push(faultOf(document.activeElement!))
  }
  await devtools.send('Emulation.setEmulatedMedia', { features: [] })

  expect(faults.filter((fault) => fault !== null)).toEqual([])
})

test('finds fault with a control that hides its ring', async () => {
  const { session } = handSession([])
  await render(drawnChat(session))
  const bad = document.querySelector('.twk-chat')!.appendChild(document.createElement('button'))
  bad.style.outline = 'none'
  bad.focus()
  expect(faultOf(bad)).toMatch(/no ring/)

  bad.style.outline = '2px solid rgb(240 240 240)'
  expect(faultOf(bad)).toMatch(/contrast 1\./)
})
