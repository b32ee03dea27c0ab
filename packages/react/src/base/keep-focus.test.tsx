import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { useKeepFocus } from './useKeepFocus.ts'

const Keeper = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const root = useRef<HTMLDivElement>(null)
  useKeepFocus(root)
  return (
    <div ref={root} id="root">
      {children}
    </div>
  )
}

const focusOf = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus()
const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 20))
const where = (): string => document.activeElement?.id ?? ''

test('rests on the card whose button goes', async () => {
  const card = (hasButton: boolean) => (
    <Keeper>
      <article data-twk-id="1">
        <section id="card" aria-label="Approval" tabIndex={-1}>
          {hasButton && <button type="button" id="approve" />}
        </section>
      </article>
    </Keeper>
  )
  const screen = await render(card(true))
  focusOf('#approve')

  await screen.rerender(card(false))
  await settled()

  expect(where()).toBe('card')
})

test('rests on the region around, or the log, when the whole card goes', async () => {
  const chat = (hasBanner: boolean, hasCard: boolean) => (
    <Keeper>
      <div role="log" id="log" tabIndex={0} data-twk-region="thread" aria-label="Conversation">
        {hasCard && (
          <article data-twk-id="1" aria-label="Card">
            <button type="button" id="discard" />
          </article>
        )}
      </div>
      {hasBanner && <button type="button" id="retry" />}
      <div data-twk-region="composer">
        <textarea id="field" aria-label="Message" />
        {hasBanner && <button type="button" id="stop" />}
      </div>
    </Keeper>
  )
  const screen = await render(chat(true, true))

  focusOf('#discard')
  await screen.rerender(chat(true, false))
  await settled()
  expect(where()).toBe('log')

  focusOf('#stop')
  await screen.rerender(chat(false, false))
  await settled()
  expect(where()).toBe('field')

  await screen.rerender(chat(true, false))
  focusOf('#retry')
  await screen.rerender(chat(false, false))
  await settled()
  expect(where()).toBe('log')
})

test('rests on a message whose button goes, though Tab does not stop at messages', async () => {
  const message = (hasRetry: boolean) => (
    <Keeper>
      <article data-twk-id="1" id="message" aria-label="You, 10:32">
        Hello {hasRetry && <button type="button" id="retry" />}
      </article>
    </Keeper>
  )
  const screen = await render(message(true))
  focusOf('#retry')

  await screen.rerender(message(false))
  await settled()

  expect(where()).toBe('message')
})

test('stays on an element that something else moves to another place', async () => {
  await render(
    <Keeper>
      <button type="button" id="one" />
      <button type="button" id="two" />
    </Keeper>,
  )
  focusOf('#two')

  const two = document.querySelector('#two')
  document.querySelector('#root')?.prepend(two!)
  await settled()

  expect(where()).toBe('two')
})

test('leaves who moves on, clicks beside or works elsewhere alone', async () => {
  const page = (hasButton: boolean) => (
    <>
      <button type="button" id="outside" />
      <p>beside</p>
      <Keeper>
        <div id="card" tabIndex={-1}>
          {hasButton && <button type="button" id="inside" />}
        </div>
      </Keeper>
    </>
  )
  const screen = await render(page(true))

  focusOf('#inside')
  focusOf('#outside')
  await screen.rerender(page(false))
  await settled()
  expect(where()).toBe('outside')

  await screen.rerender(page(true))
  focusOf('#inside')
  await userEvent.click(screen.getByText('beside'))
  await settled()
  await screen.rerender(page(false))
  await settled()
  expect(document.activeElement).toBe(document.body)
})

test('lets whoever has a better place in mind have it', async () => {
  const Field = () => {
    const field = useRef<HTMLInputElement>(null)
    useEffect(() => field.current?.focus(), [])
    return <input ref={field} id="reason" aria-label="Reason" />
  }
  const Card = () => {
    const [isOpen, setIsOpen] = useState(false)
    return (
      <Keeper>
        <div id="card" tabIndex={-1}>
          {isOpen ? <Field /> : <button type="button" id="reject" onClick={() => setIsOpen(true)} />}
        </div>
      </Keeper>
    )
  }
  await render(<Card />)
  focusOf('#reject')

  await userEvent.keyboard('{Enter}')
  await settled()

  expect(where()).toBe('reason')
})
