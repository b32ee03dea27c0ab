import type { Meta, StoryObj } from '@storybook/react-vite'
import { useLayoutEffect, useRef, type ReactElement } from 'react'
import { expect, userEvent, waitFor } from 'storybook/test'
import { defineElements } from './define.ts'
import { sampleTransport } from './fixtures/sample-transport.ts'

interface PlacedProps {
  readonly tag: 'threadwork-chat' | 'threadwork-launcher'
  readonly attributes: Readonly<Record<string, string>>
}

let placed = 0

/** Puts the element on the page as a page without React does: by its tag, its attributes and a property. */
const Placed = ({ tag, attributes }: PlacedProps): ReactElement => {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    defineElements()
    const element = document.createElement(tag)
    element.transport = sampleTransport()
    element.setAttribute('conversation-id', `story-${(placed += 1)}`)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    place.current?.append(element)
    return () => element.remove()
  }, [tag, attributes])
  return <div ref={place} style={{ minBlockSize: '40rem' }} />
}

const meta = {
  title: 'Elements',
  component: Placed,
  args: { tag: 'threadwork-chat', attributes: { heading: 'Returns desk', 'agent-name': 'Returns' } },
  parameters: {
    docs: {
      description: {
        component:
          'For pages without React: one script tag, then `<threadwork-chat>` where a conversation is to stand, or `<threadwork-launcher>` for a button over the page. Attributes say where the backend is (`url`, `wire`, `conversation-id`) and how it looks (`theme`, `density`, `contrast`, `heading`); tokens set on the tag come through, and `::part()` names the header, status, thread, message, card, composer, input, send, button, badge and panel. Events such as `threadwork-sent` and `threadwork-needs-you` bubble from it.',
      },
    },
  },
} satisfies Meta<typeof Placed>

export default meta

type Story = StoryObj<typeof meta>

const treeOf = async (canvas: HTMLElement, tag: string): Promise<ShadowRoot> => {
  const tree = canvas.querySelector(tag)?.shadowRoot
  if (!tree) throw new Error(`There is no ${tag} in the story.`)
  return tree
}

const buttonIn = async (tree: ShadowRoot, name: string): Promise<HTMLElement> =>
  waitFor(
    () => {
      const found = [...tree.querySelectorAll<HTMLElement>('button')].find(
        (button) => (button.getAttribute('aria-label') ?? button.textContent) === name,
      )
      if (!found) throw new Error(`There is no button “${name}”.`)
      return found
      // React and the kit come only now.
    },
    { timeout: 15_000 },
  )

/** A conversation in a page of its own making. */
export const Chat: Story = {
  play: async ({ canvasElement }) => {
    const tree = await treeOf(canvasElement, 'threadwork-chat')

    await expect(await buttonIn(tree, 'Approve')).toBeVisible()
  },
}

/** In German, dense, with more contrast: by attributes alone. */
export const ByAttributes: Story = {
  args: {
    attributes: { heading: 'Retouren', lang: 'de', density: 'compact', contrast: 'more' },
  },
  play: async ({ canvasElement }) => {
    const tree = await treeOf(canvasElement, 'threadwork-chat')

    await expect(await buttonIn(tree, 'Senden')).toBeVisible()
  },
}

/** The button, and the panel that it opens. */
export const Launcher: Story = {
  args: { tag: 'threadwork-launcher', attributes: { heading: 'Returns desk', 'agent-name': 'Returns' } },
  play: async ({ canvasElement }) => {
    const tree = await treeOf(canvasElement, 'threadwork-launcher')

    await userEvent.click(await buttonIn(tree, 'Open the chat'))

    await expect(await buttonIn(tree, 'Approve')).toBeVisible()
    await expect(tree.querySelector('dialog')).toHaveAttribute('open')
    // Looked at when it stands: a panel that is still fading in has no contrast of its own.
    await waitFor(() =>
      expect(tree.getAnimations().some((each) => each instanceof CSSTransition)).toBe(false),
    )
  },
}

/** Closed, and something waits for the person. */
export const LauncherThatCounts: Story = {
  args: { tag: 'threadwork-launcher', attributes: { load: 'idle' } },
  play: async ({ canvasElement }) => {
    const tree = await treeOf(canvasElement, 'threadwork-launcher')

    await expect(await buttonIn(tree, 'Open the chat: 1 card waits for you')).toBeVisible()
    await expect(tree.querySelector('[part=badge]')).toHaveTextContent('1')
  },
}
