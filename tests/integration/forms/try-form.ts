import { expect } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Fill, Fixture } from './feature.ts'

const mostTabs = 15

const textOf = (element: Element | null): string => element?.textContent?.trim() ?? ''

const labelledBy = (element: Element): string =>
  (element.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => textOf(document.getElementById(id)))
    .join(' ')

const labelsOf = (element: Element): readonly Element[] =>
  'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [] // all that have labels have them alike

/** The names by which a person finds a control: its own, and that of the group that it stands in. */
const namesOf = (element: Element): readonly string[] => {
  const own = [...labelsOf(element), element].map(textOf)
  const group = element.closest('[role=radiogroup], [role=group]')
  return [
    ...own,
    labelledBy(element),
    element.getAttribute('aria-label') ?? '',
    group ? labelledBy(group) : '',
  ]
}

const isNamed = (element: Element, name: string): boolean =>
  namesOf(element).some((each) => each === name || each === `${name} (optional)`)

const tabTo = async (name: string): Promise<Element> => {
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    await userEvent.keyboard('{Tab}')
    const { activeElement } = document
    if (activeElement && isNamed(activeElement, name)) return activeElement
  }
  throw new Error(`No Tab leads to “${name}”.`)
}

const isText = (element: Element): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && /^(?:text|email|tel|url|number|password)$/u.test(element.type))

const start = () => document.querySelector<HTMLElement>('[data-start]')?.focus()

const fillIn = async (fills: readonly Fill[], isAnew: boolean): Promise<void> => {
  start()
  for (const fill of fills) {
    const element = await tabTo(fill.field)
    if (isAnew && isText(element)) await userEvent.keyboard('{Control>}a{/Control}{Delete}')
    if ('keys' in fill) await userEvent.keyboard(fill.keys)
    // No key of the page reaches the system's dialogue.
    else
      await userEvent.upload(
        element,
        fill.files.map((name) => new File(['content'], name)),
      )
  }
}

const press = async (button: string): Promise<void> => {
  start()
  await tabTo(button)
  await userEvent.keyboard('{Enter}')
}

const descriptionOf = (element: Element): string =>
  [element, element.closest('[role=radiogroup], [role=group]')]
    .flatMap((each) => (each?.getAttribute('aria-describedby') ?? '').split(' '))
    .map((id) => textOf(document.getElementById(id)))
    .join(' ')

const expectDescribed = async (field: string, by: RegExp): Promise<void> => {
  start()
  const element = await tabTo(field)
  await expect.poll(() => descriptionOf(element), { timeout: 1500 }).toMatch(by)
}

const matching = (value: unknown): unknown => {
  if (value instanceof RegExp) return expect.stringMatching(value)
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, matching(each)]))
}

/** What was sent so far. */
export type Sent = readonly unknown[]

/** Does what the fixture says, by keyboard alone, and throws at the first thing that is not as it says. */
export const tryForm = async (fixture: Fixture, sent: () => Sent): Promise<void> => {
  const { wrong, describes, fill = [], problem, absent = [], button = 'Send details', submits } = fixture
  if (problem) expect(document.body.textContent).toMatch(problem)
  if (describes) await expectDescribed(describes.field, describes.by)
  if (wrong) {
    await fillIn(wrong.fill, false)
    await press(button)
    await expectDescribed(wrong.field, wrong.problem)
    expect(sent()).toEqual([])
  }
  await fillIn(fill, wrong !== undefined)
  for (const name of absent)
    expect(
      [...document.querySelectorAll('input, select, textarea')].some((each) => isNamed(each, name)),
    ).toBe(false)
  await press(button)
  await expect.poll(() => sent().length, { timeout: 1500 }).toBe(1)
  expect(JSON.parse(JSON.stringify(sent()[0]))).toEqual(matching(submits))
}
