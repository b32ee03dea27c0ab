import type { Locator, Page } from 'playwright'
import { expect } from 'vitest'

/** What a flow waits for at most, in milliseconds: two cores may be busy with other things. */
export const patience = { timeout: 20_000, interval: 50 }

/** The conversation on the page, by role and name. */
export const onPage = (page: Page) => {
  const thread = page.getByRole('log', { name: 'Conversation' })
  const composer = page.getByRole('textbox', { name: 'Message', exact: true })
  const say = async (text: string): Promise<void> => {
    await composer.fill(text)
    await page.getByRole('button', { name: 'Send', exact: true }).click()
  }
  return {
    thread,
    composer,
    say,
    articles: page.locator('article[data-twk-kind]'),
    status: page.getByRole('status', { name: 'Conversation status' }),
    typing: page.getByLabel('Assistant is working'),
    list: page.getByRole('navigation', { name: 'Conversations' }),
    sendButton: page.getByRole('button', { name: 'Send', exact: true }),
    approval: (skill: string): Locator => page.getByRole('region', { name: `Approval: ${skill}` }),
    connection: (service: string): Locator => page.getByRole('region', { name: `Connection: ${service}` }),
    workflow: (name: string): Locator => page.getByRole('region', { name: `Workflow: ${name}` }),
    form: (message: string): Locator => page.getByRole('form', { name: message }),
    message: (text: string | RegExp): Locator =>
      page.locator('article[data-twk-kind="message"]').filter({ hasText: text }),
    item: (kind: string, text: string): Locator =>
      page.locator(`article[data-twk-kind="${kind}"]`).filter({ hasText: text }),
    button: (name: string): Locator => page.getByRole('button', { name, exact: true }),
    /** Says something in a conversation of its own. */
    begin: async (text: string): Promise<void> => {
      const before = page.url()
      await page.getByRole('button', { name: 'New conversation' }).click()
      await page.waitForURL((url) => url.href !== before && url.pathname.startsWith('/c/'))
      await say(text)
    },
  }
}

/** Resolves when the page says that the conversation is in this phase. */
export const reachPhase = (page: Page, phase: string): Promise<void> =>
  expect
    .poll(
      () =>
        onPage(page)
          .status.getAttribute('data-twk-phase', { timeout: 1000 })
          .catch(() => null),
      {
        ...patience,
      },
    )
    .toBe(phase)

/** Every item on the page as `kind id status`, in its order. */
export const timelineOf = (page: Page): Promise<readonly string[]> =>
  onPage(page).articles.evaluateAll((articles) =>
    articles.map((article) =>
      ['kind', 'role', 'id', 'status'].map((name) => article.getAttribute(`data-twk-${name}`)).join(' '),
    ),
  )

/** Every item on the page as it reads, without its id: equal for two conversations that went alike. */
export const readingOf = (page: Page): Promise<readonly string[]> =>
  onPage(page).articles.evaluateAll((articles) =>
    articles.map((article) => {
      const [kind, role, status] = ['kind', 'role', 'status'].map((name) =>
        article.getAttribute(`data-twk-${name}`),
      )
      const text = kind === 'message' ? article.querySelector('.twk-message__body, p')?.textContent : ''
      return [kind, role, status, text].join(' | ')
    }),
  )

/** Counts the requests of a page that write to an address. */
export const countPosts = (page: Page, address: RegExp): (() => number) => {
  let count = 0
  page.on('request', (request) => {
    if (request.method() === 'POST' && address.test(new URL(request.url()).pathname)) count += 1
  })
  return () => count
}

/** Approves a card with one press, as soon as it can be pressed. Also outside Vitest, whose `expect` is none there. */
export const approve = async (card: Locator): Promise<void> => {
  const button = card.getByRole('button', { name: 'Approve' })
  const end = Date.now() + patience.timeout
  // Playwright waits for a button that is inert, but does not bring it into view, where alone it comes to life; and each
  // time that it tries again it scrolls elsewhere, as a reader would who leaves the end of the thread.
  const isReady = async (): Promise<boolean> => {
    await button.scrollIntoViewIfNeeded()
    return button.isEnabled()
  }
  while (!(await isReady())) {
    if (Date.now() > end) throw new Error('The button “Approve” never came to life, so nothing was approved.')
    await card.page().waitForTimeout(patience.interval)
  }
  await button.click()
}
