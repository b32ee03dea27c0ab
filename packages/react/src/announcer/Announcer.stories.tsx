import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { expect, waitFor, within } from 'storybook/test'
import { ClockProvider } from '../clock/ClockProvider.tsx'
import { createManualClock } from '../clock/manual-clock.ts'
import { Announcer } from './Announcer.tsx'
import { turnHappenings, type Happening } from './announcer-samples.ts'

/** Long enough for all that is due after one happening to be said. */
const pause = 6000
const lookEvery = 250

interface Entry {
  readonly isSaid: boolean
  readonly text: string
}

const told = (happening: Happening | undefined): readonly Entry[] =>
  happening ? [{ isSaid: false, text: happening.what }] : []

/** Writes down what the live regions inside `root` say. */
const listenTo = (root: HTMLElement, onSaid: (entries: readonly Entry[]) => void): (() => void) => {
  const observer = new MutationObserver((changes) => {
    const lines = changes
      .flatMap(({ addedNodes }) => [...addedNodes])
      .filter((node) => node instanceof HTMLParagraphElement)
    onSaid(lines.map(({ textContent }) => ({ isSaid: true, text: textContent })))
  })
  observer.observe(root, { childList: true, subtree: true })
  return () => observer.disconnect()
}

/** Plays the happenings one after the other, and writes down what is said of each. */
const Transcript = ({ happenings }: { readonly happenings: readonly Happening[] }): ReactElement => {
  const [clock] = useState(createManualClock)
  const regions = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const [entries, setEntries] = useState(() => told(happenings[0]))
  useEffect(() => {
    const add = (said: readonly Entry[]) => setEntries((before) => [...before, ...said])
    return regions.current ? listenTo(regions.current, add) : undefined
  }, [])
  useEffect(() => {
    if (at >= happenings.length) return undefined
    let passed = 0
    // In steps, so that each sentence is drawn before the next takes its place.
    const timer = setInterval(() => {
      clock.advance(lookEvery)
      passed += lookEvery
      if (passed < pause) return
      clearInterval(timer)
      setEntries((before) => [...before, ...told(happenings[at + 1])])
      setAt(at + 1)
    }, 10)
    return () => clearInterval(timer)
  }, [at, clock, happenings])
  const now = happenings[Math.min(at, happenings.length - 1)]
  return (
    <ClockProvider value={clock}>
      <ol
        aria-label="What happens, and what is said"
        style={{ display: 'grid', gap: 6, padding: 0, listStyle: 'none' }}
      >
        {entries.map(({ isSaid, text }, index) => (
          <li key={`${index} ${text}`} className={isSaid ? 'twk-card twk-card__actions' : 'twk-hint'}>
            {isSaid ? `“${text}”` : text}
          </li>
        ))}
      </ol>
      <div ref={regions} data-done={at >= happenings.length || undefined}>
        <Announcer items={now?.items ?? []} isReady agentName="Returns assistant" />
      </div>
    </ClockProvider>
  )
}

const meta = {
  title: 'Conversation/Announcer',
  component: Announcer,
  args: { items: [], isReady: true },
} satisfies Meta<typeof Announcer>
export default meta
type Story = StoryObj<typeof meta>

const saidIn = (canvas: HTMLElement): readonly string[] =>
  within(canvas)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '')
    .filter((text) => text.startsWith('“'))

/**
 * What a screen reader hears of one turn: a sentence for the skills, nothing while text streams, what needs the person
 * first, each whole message once with its table by its size, and a burst as a number. What stood there before is not news.
 */
export const WhatIsSaidOfATurn: Story = {
  render: () => <Transcript happenings={turnHappenings} />,
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelector('[data-done]')).not.toBeNull(), {
      timeout: 20_000,
    })

    await expect(saidIn(canvasElement)).toEqual([
      '“Running: Look up order.”',
      '“Done: Look up order and Check courier.”',
      '“Your approval is needed for Create refund.”',
      '“Returns assistant: I found the order. It qualifies under the 30-day policy: Table, 2 rows, 2 columns. I need your go-ahead.”',
      '“Running: Create refund.”',
      '“Done: Create refund.”',
      '“6 new messages from Returns assistant.”',
    ])
  },
}
