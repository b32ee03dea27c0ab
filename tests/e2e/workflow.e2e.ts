import type { Locator } from 'playwright'
import { describe, expect, test } from 'vitest'
import { countPosts, onPage, patience, reachPhase, timelineOf } from './conversation-page.ts'
import { type Visit, type World, worlds } from './worlds.ts'

const onboard = 'Onboard a new supplier'
const fileClaim = 'File a courier claim for A-1042'
const title = 'A few details of the new supplier'
const wires = ['SSE', 'SignalR']
const flows = worlds.flatMap((world) => wires.map((wire) => ({ world, wire, name: world.name })))

const enterOver = async (world: World, wire: string): Promise<Visit> => {
  const visit = await world.enter()
  await visit.page.getByLabel('New conversations over').selectOption({ label: wire })
  return visit
}

const fillFirstHalf = async (form: Locator): Promise<void> => {
  await form.getByLabel('Company name').fill('Olaria do Sul, Lda')
  await form.getByLabel('Contact email').fill('ines@olaria.example')
}

const fillSecondHalf = async (form: Locator): Promise<void> => {
  await form.getByLabel('Category').selectOption({ label: 'Ceramics' })
  await form.getByLabel('Employees').fill('14')
  await form.getByLabel('First delivery on').fill('2026-03-02')
  await form.getByLabel('The supplier accepts our terms').check()
}

const fillClaim = async (details: Locator): Promise<void> => {
  await details.getByLabel('Full name').fill('Ada Moreau')
  await details.getByLabel('Email').fill('ada@example.test')
  await details.getByLabel('Damage').selectOption({ label: 'Cracked' })
  await details.getByLabel('Discovered on').fill('2026-02-01')
  await details.getByLabel('What happened?').fill('The base has a crack.')
  await details.getByRole('button', { name: 'Send details' }).click()
}

describe.each(flows)('a workflow over $wire against the $name', ({ world, wire }) => {
  test('keeps a half filled form over a reload, sends it once and completes (A03, A17, A19, A29)', async () => {
    const { page } = await enterOver(world, wire)
    const { begin, form, item, message } = onPage(page)
    const sent = countPosts(page, /\/resume-workflow$/)

    await begin(onboard)
    await fillFirstHalf(form(title))
    await form(title).getByText('Draft kept on this device').waitFor()
    await page.reload()
    await form(title).waitFor()

    expect(await form(title).getByLabel('Company name').inputValue()).toBe('Olaria do Sul, Lda')
    expect(await form(title).getByLabel('Contact email').inputValue()).toBe('ines@olaria.example')
    expect(await page.evaluate(() => document.activeElement?.closest('form') ?? null)).toBe(null)

    await fillSecondHalf(form(title))
    await form(title).getByRole('button', { name: 'Send details' }).dblclick()
    await message('is on board').waitFor()
    await reachPhase(page, 'idle')

    expect(sent()).toBe(1)
    expect(await form(title).count()).toBe(0)
    expect(await item('form', title).getByRole('textbox').count()).toBe(0)
    expect(await item('form', title).innerText()).toContain('You sent these details.')
    await expect
      .poll(() => item('workflow', 'Onboard a supplier').getAttribute('data-twk-status'), patience)
      .toBe('completed')
  })

  test('stops at a step that fails, and completes after a retry (A05, A24, A27)', async () => {
    const { page } = await enterOver(world, wire)
    const { begin, form, item, message } = onPage(page)
    const details = form('A few details for the courier claim')
    const card = item('workflow', 'Courier claim')
    const retries = countPosts(page, /\/retry-step$/)

    await begin(fileClaim)
    await fillClaim(details)
    await card.getByText('answered 503').first().waitFor()

    expect(await card.getAttribute('data-twk-status')).toBe('halted')

    await page.reload()
    await card.getByRole('button', { name: 'Retry' }).dblclick()
    await message('The claim is filed').waitFor()
    await reachPhase(page, 'idle')
    await expect.poll(() => card.getAttribute('data-twk-status'), patience).toBe('completed')
    const lived = await timelineOf(page)
    await page.reload()
    await message('The claim is filed').waitFor()

    expect(retries()).toBe(1)
    expect((await timelineOf(page)).filter((line) => line.startsWith('message'))).toEqual(
      lived.filter((line) => line.startsWith('message')),
    )
  })

  test('asks for a person where a step has failed, as the person themselves would (A25)', async () => {
    const { page } = await enterOver(world, wire)
    const { begin, form, item } = onPage(page)
    const details = form('A few details for the courier claim')
    const card = item('workflow', 'Courier claim')

    await begin(fileClaim)
    await fillClaim(details)
    await card.getByRole('button', { name: 'Ask a person for help' }).dblclick()

    const asked = page.locator('article[data-twk-role=user]', {
      hasText: 'I would like to speak to a person.',
    })
    await asked.waitFor()
    await expect.poll(() => asked.getAttribute('data-twk-status'), patience).toBe('complete')
    expect(await asked.count()).toBe(1)
  })
})
