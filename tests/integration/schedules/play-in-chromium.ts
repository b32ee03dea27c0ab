import type { FaultProxy } from '@threadwork/testing'
import type { Page } from 'playwright'
import { onPage } from '../../e2e/conversation-page.ts'
import { isPlayed, type World } from '../conversation/world.ts'
import { chanceOf, type Chance } from './draw-conversation.ts'
import { wrongTab } from './read-tab.ts'
import { drawWeather, suffer, turnTo, type Tabs } from './tab-weather.ts'
import { toldStories, type ToldStory } from './told-stories.ts'

/** One person's browser before the built chat, with two tabs. */
export interface TwoTabs extends Tabs {
  readonly world: World
  /** Between the browser and the server. */
  readonly front: FaultProxy
  /** How long a turn may take to come right once the weather is over, in milliseconds. */
  readonly patience: number
}

/** What was said so far, and where. */
interface Conversation {
  readonly conversationId: string
  readonly told: readonly ToldStory[]
}

const begin = async ({ tabs: [first, second] }: TwoTabs): Promise<string> => {
  const before = first.url()
  await first.bringToFront()
  await first.getByRole('button', { name: 'New conversation' }).click()
  await first.waitForURL((url) => url.href !== before && url.pathname.startsWith('/c/'))
  await second.goto(first.url())
  return new URL(first.url()).pathname.replace('/c/', '')
}

const press = async (page: Page, name: string): Promise<void> => {
  const button = page.getByRole('button', { name, exact: true }).last()
  if ((await button.count()) === 0) return
  // Some come to life in view only. One that is not ready yet, or not there any more, is looked for again.
  await button
    .scrollIntoViewIfNeeded({ timeout: 1000 })
    .then(() => button.click({ timeout: 2000, noWaitAfter: true }))
    .catch(() => undefined)
}

/** A page whose own files did not come through shows nothing: the person loads it again. */
const loadAgain = async (tab: Page, address: string): Promise<void> => {
  const isThere = await onPage(tab)
    .composer.waitFor({ timeout: 5000 })
    .then(
      () => true,
      () => false,
    )
  if (!isThere) await tab.goto(address).catch(() => null)
}

/** What the person does where the page asks for it: goes through both tabs and answers. */
const goThrough = async ({ tabs, front }: TwoTabs, conversationId: string): Promise<void> => {
  for (const tab of tabs) {
    await tab.bringToFront()
    await loadAgain(tab, `${front.url}/c/${conversationId}`)
    for (const name of ['Approve', 'Skip', 'Retry']) await press(tab, name)
  }
}

const wrongTexts = (world: World, { conversationId, told }: Conversation): readonly string[] => {
  const users = world.records('messages', conversationId).filter(({ source }) => source === 'user')
  const [heard, said] = [users.map(({ content }) => content), told.map(({ prompt }) => prompt)]
  return JSON.stringify(heard) === JSON.stringify(said)
    ? []
    : [`the server heard ${JSON.stringify(heard)} and was told ${JSON.stringify(said)}`]
}

const wrongNow = async ({ world, tabs }: TwoTabs, conversation: Conversation): Promise<readonly string[]> => {
  const { conversationId, told } = conversation
  if (!isPlayed(world, conversationId)) return ['the conversation did not come to its end']
  const wrong = [...wrongTexts(world, conversation)]
  for (const [index, tab] of tabs.entries()) {
    await tab.bringToFront()
    const rows = told.flatMap((story) => story.rows)
    const faults = await wrongTab(tab, world, { conversationId, rows })
    wrong.push(...faults.map((fault) => `tab ${index + 1}: ${fault}`))
  }
  return wrong
}

const playToTheEnd = async (browser: TwoTabs, conversationId: string, end: number): Promise<void> => {
  do await goThrough(browser, conversationId)
  while (!isPlayed(browser.world, conversationId) && Date.now() < end)
}

/** What is still wrong when the person's patience ends; nothing as soon as all is right. */
const settle = async (browser: TwoTabs, conversation: Conversation): Promise<readonly string[]> => {
  const end = Date.now() + browser.patience
  await playToTheEnd(browser, conversation.conversationId, end)
  // Once: what a tab does not learn from that and by itself, it never learns.
  for (const tab of browser.tabs) await turnTo(tab)
  for (;;) {
    await goThrough(browser, conversation.conversationId)
    const wrong = await wrongNow(browser, conversation)
    if (wrong.length === 0 || Date.now() > end) return wrong
  }
}

const sayInBadWeather = async (browser: TwoTabs, prompt: string, chance: Chance): Promise<void> => {
  const { tabs, front } = browser
  const speaker = chance.pick(tabs)
  await speaker.bringToFront()
  await onPage(speaker).composer.fill(prompt)
  front.faults = drawWeather(chance)
  await onPage(speaker).sendButton.click()
  for (let act = chance.between(0, 3); act > 0; act -= 1) {
    await speaker.waitForTimeout(chance.between(0, 300))
    await suffer(browser, chance)
  }
  front.faults = []
}

const play = async (browser: TwoTabs, chance: Chance): Promise<readonly string[]> => {
  const conversationId = await begin(browser)
  const told: ToldStory[] = []
  for (let turn = chance.between(1, 2); turn > 0; turn -= 1) {
    const story = chance.pick(toldStories)
    told.push(story)
    await sayInBadWeather(browser, story.prompt, chance)
    const wrong = await settle(browser, { conversationId, told })
    if (wrong.length > 0) return wrong
  }
  return []
}

/**
 * Plays one drawn conversation in two tabs of a browser, through connections that break, reloads, errors and times
 * offline; says how the tabs differ in the end from what was drawn and from what the server holds.
 */
export const playInChromium = async (browser: TwoTabs, seed: number): Promise<readonly string[]> => {
  try {
    const wrong = await play(browser, chanceOf(seed))
    return wrong.map((fault) => `SEED=${seed}: ${fault}`)
  } catch (error) {
    return [`SEED=${seed}: ${String(error).slice(0, 300)}`]
  } finally {
    browser.front.faults = []
    await browser.context.setOffline(false)
  }
}
