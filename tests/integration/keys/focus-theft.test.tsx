import { Chat, preloadThread, type Renderers } from '@threadwork/react'
import '@threadwork/react/styles.css'
import {
  decodeScenarios,
  scriptedTransport,
  type Scenario,
  type ScenarioStep,
  type ScriptedTransport,
} from '@threadwork/testing'
import recorded from '@threadwork/testing/scenarios.json'
import { afterAll, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'

const scenarios = decodeScenarios(recorded)
const totals = { events: 0, moves: 0, control: 0 }

afterAll(() => {
  console.log(
    `focus: moved ${totals.moves} times by ${totals.events} events of ${scenarios.length} scenarios; by a thief: ${totals.control}`,
  )
})

/** Brings what happens by itself; what the person does is left out. Says whether there was anything to bring. */
const bring = (transport: ScriptedTransport, step: ScenarioStep): boolean => {
  switch (step.type) {
    case 'heard':
      transport.push(step.fact)
      return true
    case 'read':
      transport.push(...step.facts)
      return true
    case 'signal':
      if (step.signal === 'ping') return false
      if (step.signal === 'reconnected') transport.changeLink({ type: 'reconnected' })
      else if (step.signal === 'drop')
        transport.changeLink({ type: 'reconnecting', attempt: 1, retryIn: null, failure: null })
      else transport.end(step.signal)
      return true
    case 'send':
    case 'type':
    case 'submit':
      return false
  }
}

const nextFrame = (): Promise<unknown> => new Promise(requestAnimationFrame)

type Rest = 'field' | 'log' | 'page'

const restAt = (rest: Rest): void => {
  const field = document.querySelector<HTMLTextAreaElement>('.twk-chat textarea')
  if (rest === 'page') (document.activeElement as HTMLElement | null)?.blur()
  else if (rest === 'log') document.querySelector<HTMLElement>('[role=log]')?.focus()
  else {
    field?.focus()
    field?.setSelectionRange(2, 4)
  }
}

const caret = (): string => {
  const element = document.activeElement
  return element instanceof HTMLTextAreaElement ? `${element.selectionStart}-${element.selectionEnd}` : ''
}

/** How often the focus or the caret was elsewhere after an event. */
const countMoves = async (scenario: Scenario, rest: Rest, renderers?: Renderers): Promise<number> => {
  const delivery = scenario.wire === 'signalr' ? 'push' : 'pull'
  const transport = scriptedTransport({ capabilities: { delivery } })
  const screen = await render(
    <div style={{ blockSize: 500 }}>
      <Chat
        transport={transport}
        conversationId={`${scenario.wire} ${scenario.id} ${rest} ${Math.random()}`}
        {...(renderers ? { renderers } : {})}
      />
    </div>,
  )
  await screen.getByRole('textbox', { name: 'Message' }).fill('half a thought')
  restAt(rest)
  const [element, selection] = [document.activeElement, caret()]
  let moves = 0
  for (const step of scenario.steps) {
    if (!bring(transport, step)) continue
    if (!renderers) totals.events += 1
    await nextFrame()
    if (document.activeElement === element && caret() === selection) continue
    moves += 1
    restAt(rest)
  }
  await screen.unmount()
  return moves
}

test.each(['field', 'log', 'page'] as const)(
  'no event of any recorded scenario moves the focus or the caret from the %s',
  async (rest) => {
    await preloadThread()
    const moved: string[] = []

    for (const scenario of scenarios) {
      const moves = await countMoves(scenario, rest)
      totals.moves += moves
      if (moves > 0) moved.push(scenario.id)
    }

    expect(moved).toEqual([])
    expect(scenarios.length).toBeGreaterThan(30)
  },
)

test('a card that takes the focus by itself is caught', async () => {
  const thief: Renderers = {
    kinds: {
      message: ({ item }) => (
        <p tabIndex={-1} ref={(element) => element?.focus()}>
          {item.text}
        </p>
      ),
    },
  }
  const withMessages = scenarios.filter(({ steps }) =>
    steps.some(
      (step) => step.type === 'heard' && step.fact.type === 'event' && step.fact.event.type === 'message',
    ),
  )

  for (const scenario of withMessages.slice(0, 5))
    totals.control += await countMoves(scenario, 'field', thief)

  expect(totals.control).toBeGreaterThanOrEqual(5)
})
