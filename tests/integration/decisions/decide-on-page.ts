import type { Locator, Page } from 'playwright'
import { approve, onPage } from '../../e2e/conversation-page.ts'
import { promptOf, type Deed } from './deeds.ts'

/** The button that decides. */
export const buttonOf = (page: Page, deed: Deed): Locator => {
  const { approval, form, item, sendButton } = onPage(page)
  switch (deed) {
    case 'approve':
      return approval('Create refund').getByRole('button', { name: 'Approve' })
    case 'reject':
      return approval('Create refund')
        .getByRole('form', { name: 'Reject' })
        .getByRole('button', { name: 'Reject' })
    case 'submit':
      return form('A few details of the new supplier').getByRole('button', { name: 'Send details' })
    case 'send':
      return sendButton
    case 'retry':
      return item('workflow', 'Courier claim').getByRole('button', { name: 'Retry' })
    case 'cancel':
      return page.getByRole('button', { name: 'Stop', exact: true })
  }
}

const fillSupplier = async (page: Page): Promise<void> => {
  const form = onPage(page).form('A few details of the new supplier')
  await form.getByLabel('Company name').fill('Olaria do Sul, Lda')
  await form.getByLabel('Contact email').fill('ines@olaria.example')
  await form.getByLabel('Category').selectOption({ label: 'Ceramics' })
  await form.getByLabel('Employees').fill('14')
  await form.getByLabel('First delivery on').fill('2026-03-02')
  await form.getByLabel('The supplier accepts our terms').check()
}

const fillClaim = async (page: Page): Promise<void> => {
  const form = onPage(page).form('A few details for the courier claim')
  await form.getByLabel('Full name').fill('Ada Moreau')
  await form.getByLabel('Email').fill('ada@example.test')
  await form.getByLabel('Damage').selectOption({ label: 'Cracked' })
  await form.getByLabel('Discovered on').fill('2026-02-01')
  await form.getByLabel('What happened?').fill('The base has a crack.')
  await form.getByRole('button', { name: 'Send details' }).click()
}

/** Brings a page to where one press decides. */
export const prepare = async (page: Page, deed: Deed): Promise<void> => {
  const { approval, composer, form } = onPage(page)
  if (deed === 'send') await composer.fill(promptOf.send)
  if (deed === 'submit') await fillSupplier(page)
  // The workflow waits there for the person, so that it cannot end before they stop it.
  if (deed === 'cancel') await form('A few details of the new supplier').waitFor()
  if (deed === 'approve')
    await approval('Create refund').getByRole('button', { name: 'Approve' }).scrollIntoViewIfNeeded()
  if (deed === 'reject') {
    await approval('Create refund').getByRole('button', { name: 'Reject' }).click()
    await buttonOf(page, deed).waitFor()
  }
}

/** Begins a conversation, and goes on until one press decides. Resolves to its id. */
export const begin = async (page: Page, deed: Deed): Promise<string> => {
  const { say } = onPage(page)
  const before = page.url()
  // Only a workflow hub can cancel what runs.
  const wire = deed === 'cancel' ? 'SignalR' : 'SSE'
  await page.getByLabel('New conversations over').selectOption({ label: wire })
  await page.getByRole('button', { name: 'New conversation' }).click()
  await page.waitForURL((url) => url.href !== before && url.pathname.startsWith('/c/'))
  if (deed !== 'send') await say(promptOf[deed])
  if (deed === 'retry') await fillClaim(page)
  await prepare(page, deed)
  await buttonOf(page, deed).waitFor()
  return new URL(page.url()).pathname.replace('/c/', '')
}

/** Presses what decides, as soon as it can be pressed. */
export const press = async (page: Page, deed: Deed): Promise<void> => {
  if (deed === 'approve') await approve(onPage(page).approval('Create refund'))
  else await buttonOf(page, deed).click()
}
