import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { onPage, reachPhase } from './conversation-page.ts'
import { switchFaults } from './switch-faults.ts'
import { mockWorld, serverWorld, type Visit, type World } from './worlds.ts'

/** What axe finds on the page, a line for each element. */
const violationsOn = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

type Screen = readonly [name: string, prompt: string, isReached: (page: Page) => Promise<unknown>]

const screens: readonly Screen[] = [
  [
    'a long answer',
    'Show me the quarterly pipeline report',
    (page) => onPage(page).message('Read on').waitFor(),
  ],
  [
    'an approval',
    'Give me a 40 % discount on my next order',
    (page) => onPage(page).approval('Grant discount').waitFor(),
  ],
  [
    'a connection',
    'Open a Salesforce case for order A-1042',
    (page) => onPage(page).connection('Salesforce').waitFor(),
  ],
  [
    'a form',
    'Onboard a new supplier',
    (page) => onPage(page).form('A few details of the new supplier').waitFor(),
  ],
  [
    'a workflow that failed',
    'Export my order history',
    (page) => page.getByRole('button', { name: 'Retry' }).first().waitFor(),
  ],
]

const themes = ['light', 'dark'] as const

const enterIn = (world: World, theme: (typeof themes)[number], person?: string): Promise<Visit> =>
  world.enter({ context: { colorScheme: theme }, ...(person === undefined ? {} : { person }) })

describe.each(themes)('in the %s theme', (theme) => {
  test.each(screens)('%s has nothing that axe objects to', async (_name, prompt, isReached) => {
    const { page } = await enterIn(mockWorld, theme)

    await onPage(page).begin(prompt)
    await isReached(page)

    expect(await violationsOn(page)).toEqual([])
  })

  test('the start, the events and a menu have nothing that axe objects to', async () => {
    const { page } = await enterIn(mockWorld, theme)
    await page.getByRole('heading', { name: 'What can the assistant do for you?' }).waitFor()

    expect(await violationsOn(page)).toEqual([])

    await onPage(page).begin('What can you do?')
    await reachPhase(page, 'idle')
    await page.getByRole('button', { name: 'Events' }).click()
    await page.getByRole('complementary', { name: 'Events' }).waitFor()
    await page.getByRole('button', { name: 'Scenarios' }).click()

    expect(await violationsOn(page)).toEqual([])
  })

  test('the way in has nothing that axe objects to', async () => {
    const { page, trouble } = await enterIn(mockWorld, theme)
    trouble.expect(/status of 401/)
    await switchFaults(page, { isUnauthorized: true })
    await page.reload()
    await page.getByRole('heading', { name: 'Sign in to Threadwork' }).waitFor()

    expect(await violationsOn(page)).toEqual([])
  })

  test('the screen of a person without access has nothing that axe objects to', async () => {
    const { page, trouble } = await enterIn(serverWorld, theme, 'Noor Haddad')
    trouble.expect(/status of 401/)
    await page.getByRole('heading', { name: 'You have no access to this assistant' }).waitFor()

    expect(await violationsOn(page)).toEqual([])
  })
})
