import type { ReactElement } from 'react'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { englishApproval, type ApprovalStrings } from './approval.ts'
import { english, type Strings } from './strings.ts'
import { StringsProvider } from './StringsProvider.tsx'
import { useStrings } from './useStrings.ts'
import { useWords } from './useWords.ts'

interface SeenProps {
  readonly into: ApprovalStrings[]
}

const Seen = ({ into }: SeenProps): ReactElement => {
  const words = useWords('approval', englishApproval)
  into.push(words)
  return <p>{`${words.approve}, ${words.reject}`}</p>
}

const outer = { approval: { approve: 'Allow', reject: 'Refuse' } }
const inner = { approval: { reject: 'Stop it' } }

test('says English where nobody laid other words over it', async () => {
  const seen: ApprovalStrings[] = []

  await render(<Seen into={seen} />)

  expect(seen[0]).toBe(englishApproval)
})

test('lays the nearest words over those of the providers above, and both over English', async () => {
  const seen: ApprovalStrings[] = []

  const screen = await render(
    <StringsProvider strings={outer}>
      <StringsProvider strings={inner}>
        <Seen into={seen} />
      </StringsProvider>
    </StringsProvider>,
  )

  await expect.element(screen.getByText('Allow, Stop it')).toBeVisible()
  expect(seen[0]?.decision).toBe(englishApproval.decision)
})

test('gives all who say the words of an area the same object', async () => {
  const seen: ApprovalStrings[] = []

  await render(
    <StringsProvider strings={outer}>
      <Seen into={seen} />
      <Seen into={seen} />
    </StringsProvider>,
  )

  expect(new Set(seen).size).toBe(1)
})

test('has every word for who asks for all of them', async () => {
  const seen: Strings[] = []
  const All = (): ReactElement => {
    const strings = useStrings()
    seen.push(strings)
    return <p>{strings.approval.approve}</p>
  }

  await render(
    <StringsProvider strings={outer}>
      <All />
    </StringsProvider>,
  )

  expect(seen[0]).toEqual({ ...english, approval: { ...english.approval, ...outer.approval } })
})
