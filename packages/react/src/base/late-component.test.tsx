import { Suspense, useState, type ReactElement, type ReactNode } from 'react'
import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { lateComponent, type LateComponent } from './late-component.ts'

interface WordsProps {
  readonly text: string
}

const Words = ({ text }: WordsProps): ReactNode => <b>{text}</b>

const Host = ({ late }: { readonly late: LateComponent<WordsProps> }): ReactElement => {
  const [Part] = useState(() => late.take())
  return (
    <Suspense fallback={<i>soon</i>}>
      <Part text="here" />
    </Suspense>
  )
}

it('shows the fallback until the component has come', async () => {
  let open = (): void => {}
  const late = lateComponent<WordsProps>(
    () =>
      new Promise((resolve) => {
        open = () => resolve(Words)
      }),
  )

  const screen = await render(<Host late={late} />)
  await expect.element(screen.getByText('soon')).toBeInTheDocument()
  open()

  await expect.element(screen.getByText('here')).toBeInTheDocument()
})

it('draws at once what was loaded before', async () => {
  const late = lateComponent<WordsProps>(async () => Words)
  await late.preload()

  expect(late.take()).toBe(Words)
})

it('tries again when a chunk cannot be loaded', async () => {
  let tries = 0
  const late = lateComponent<WordsProps>(async () => {
    tries += 1
    if (tries === 1) throw new TypeError('Failed to fetch dynamically imported module')
    return Words
  })

  await late.preload()

  expect(tries).toBe(2)
  expect(late.take()).toBe(Words)
})
