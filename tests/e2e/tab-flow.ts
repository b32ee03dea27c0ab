import type { Page } from 'playwright'
import { approve, onPage } from './conversation-page.ts'
import { serverWorld, type Visit } from './worlds.ts'

/** A turn that waits for the person in its middle, over one wire. */
export interface TabFlow {
  readonly wire: 'SSE' | 'SignalR'
  readonly begin: (page: Page) => Promise<void>
  readonly isWaiting: (page: Page) => Promise<void>
  /** The person does what the turn waits for. */
  readonly act: (page: Page) => Promise<void>
  readonly isDone: (page: Page) => Promise<void>
  /** A reading as far as its order is told: a hub's snapshot does not say when a form was asked for. */
  readonly inOrder: (reading: readonly string[]) => readonly string[]
}

const refund = 'Order A-1042 arrived broken. Can I get my money back?'
const onboard = 'Onboard a new supplier'
const title = 'A few details of the new supplier'

const overSse: TabFlow = {
  wire: 'SSE',
  begin: (page) => onPage(page).begin(refund),
  isWaiting: (page) => onPage(page).approval('Create refund').waitFor(),
  act: (page) => approve(onPage(page).approval('Create refund')),
  isDone: (page) => onPage(page).message('Done: € 90.50').waitFor(),
  inOrder: (reading) => reading,
}

const fill = async (page: Page): Promise<void> => {
  const form = onPage(page).form(title)
  await form.getByLabel('Company name').fill('Olaria do Sul, Lda')
  await form.getByLabel('Contact email').fill('ines@olaria.example')
  await form.getByLabel('Category').selectOption({ label: 'Ceramics' })
  await form.getByLabel('Employees').fill('14')
  await form.getByLabel('First delivery on').fill('2026-03-02')
  await form.getByLabel('The supplier accepts our terms').check()
  await form.getByRole('button', { name: 'Send details' }).click()
}

const overSignalR: TabFlow = {
  wire: 'SignalR',
  begin: (page) => onPage(page).begin(onboard),
  isWaiting: (page) => onPage(page).form(title).waitFor(),
  act: fill,
  isDone: (page) => onPage(page).message('is on board').waitFor(),
  inOrder: (reading) => reading.toSorted(),
}

export const tabFlows: readonly TabFlow[] = [overSse, overSignalR]

/** One person at the real server, whose conversations go over this wire. */
export const enterOver = async ({ wire }: TabFlow): Promise<Visit> => {
  const visit = await serverWorld.enter()
  await visit.page.getByLabel('New conversations over').selectOption({ label: wire })
  return visit
}

/** Opens more tabs of the first one's conversation, all at once. */
export const openMore = ({ page, openTab }: Visit, count: number): Promise<readonly Page[]> =>
  Promise.all(Array.from({ length: count }, () => openTab(page.url())))

/** Resolves when it is so in every tab. */
export const inAll = async (
  tabs: readonly Page[],
  isThere: (page: Page) => Promise<unknown>,
): Promise<void> => {
  await Promise.all(tabs.map(isThere))
}

/** `TABS=whole` plays what takes minutes; `pnpm torture tabs` does. */
export const isWhole = process.env['TABS'] === 'whole'
