import { seededRandom } from '@threadwork/testing'
import type { Page } from 'playwright'
import { onPage } from '../../e2e/conversation-page.ts'
import { isPlayed, type World } from '../conversation/world.ts'
import { decide, kinds, type TheirBrowser } from './circumstances.ts'
import { begin } from './decide-on-page.ts'
import { isCommitted, wrongDeed, type Deed } from './deeds.ts'

/** One person's browser before the built chat, and the backend behind it. */
export interface Sight extends TheirBrowser {
  readonly world: World
}

export interface Judged {
  readonly faults: readonly string[]
  /** It had no effect, and the page shows that it had none. */
  readonly isUnsent: boolean
}

interface Decision {
  readonly conversationId: string
  readonly deed: Deed
}

const patience = 20_000

/** How the page says that it knows of no effect, and leaves it to the person. */
const unsent = /Not sent|could not be sent|did not arrive|does not show your message/u

/** What each card and message of a tab shows, in its order. */
const readRows = (page: Page): Promise<readonly string[]> =>
  onPage(page).articles.evaluateAll((articles) =>
    articles.map((article) =>
      ['kind', 'id', 'status'].map((name) => article.getAttribute(`data-twk-${name}`)).join(' '),
    ),
  )

const shownTwice = (rows: readonly string[]): readonly string[] => {
  const ids = rows.map((row) => row.split(' ')[1])
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is shown twice.`)
}

const isIdle = async (page: Page): Promise<boolean> =>
  (await onPage(page)
    .status.getAttribute('data-twk-phase', { timeout: 1000 })
    .catch(() => null)) === 'idle'

/** Waits until it is so, or patience ends; whether it came to it. */
const comesTo = async (page: Page, isSo: () => Promise<boolean>): Promise<boolean> => {
  const end = Date.now() + patience
  while (Date.now() < end) {
    if (await isSo()) return true
    await page.waitForTimeout(50)
  }
  return false
}

/** How the tabs differ in the end, as sentences: a decision looks alike in all of them. */
const differentTabs = async ({ context, page }: Sight): Promise<readonly string[]> => {
  const [other] = context.pages().filter((each) => each !== page)
  if (other === undefined) return []
  const read = async (): Promise<readonly string[]> =>
    Promise.all([page, other].map(async (tab) => (await readRows(tab)).toSorted().join(', ')))
  const isAlike = await comesTo(page, async () => new Set(await read()).size === 1 && isIdle(other))
  return isAlike ? [] : [`The tabs show ${(await read()).join(' and ')}.`]
}

const judge = async (sight: Sight, { conversationId, deed }: Decision): Promise<Judged> => {
  const { page, world } = sight
  const isDone = async (): Promise<boolean> =>
    isCommitted(world, conversationId, deed) && isPlayed(world, conversationId) && isIdle(page)
  const isShownUnsent = async (): Promise<boolean> =>
    !isCommitted(world, conversationId, deed) && (await page.getByText(unsent).count()) > 0
  await page.bringToFront()
  if (!(await comesTo(page, async () => (await isDone()) || isShownUnsent())))
    return { faults: [`It was neither done nor shown as not sent, at ${page.url()}.`], isUnsent: false }
  if (await isShownUnsent()) return { faults: [], isUnsent: true }
  const effects = wrongDeed(world, conversationId, { deed, isContradicted: false })
  const faults = [...effects, ...(await differentTabs(sight)), ...shownTwice(await readRows(page))]
  return { faults, isUnsent: false }
}

const tidyUp = async ({ context, page }: Sight): Promise<void> => {
  await context.setOffline(false)
  for (const other of context.pages()) if (other !== page) await other.close()
  await page.bringToFront()
}

/** Plays one decision with the mouse and the keys of a person, and judges what the server did and what the page says. */
export const playInChromium = async (sight: Sight, seed: number): Promise<Judged> => {
  const kind = kinds[seed % kinds.length] ?? { deed: 'send', circumstance: 'double click' }
  const name = `SEED=${seed}: ${kind.deed}, ${kind.circumstance}`
  try {
    const conversationId = await begin(sight.page, kind.deed)
    await decide(sight, kind, seededRandom(seed))
    const { faults, isUnsent } = await judge(sight, { conversationId, deed: kind.deed })
    return { faults: faults.map((fault) => `${name}: ${fault}`), isUnsent }
  } catch (error) {
    return { faults: [`${name}: ${String(error).slice(0, 400)}`], isUnsent: false }
  } finally {
    await tidyUp(sight)
  }
}
