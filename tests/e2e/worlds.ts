import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright'
import { expect, inject, onTestFinished } from 'vitest'
import { quickPace } from './quick-pace.ts'
import { createTroubleWatch, type TroubleWatch } from './trouble.ts'

/** One person in a browser of their own. */
export interface Visit {
  readonly context: BrowserContext
  /** Their first tab, with the app open. */
  readonly page: Page
  readonly trouble: TroubleWatch
  /** Opens another tab at an address of the app. */
  readonly openTab: (url: string) => Promise<Page>
}

export interface EnterOptions {
  readonly context?: BrowserContextOptions
  /** A browser that differs from that of the other flows. */
  readonly browser?: Browser
  /** Who signs in, where that is asked. */
  readonly person?: string
  /** How long the mocked agent takes, as a multiple of life. */
  readonly pace?: number
}

/** Where the app can live. Each flow runs in every world. */
export interface World {
  readonly name: 'mock' | 'server'
  /** Opens the app in a new browser context; closes it after the test, and fails the test for trouble on the way. */
  enter(options?: EnterOptions): Promise<Visit>
}

let connecting: Promise<Browser> | null = null
const browser = (): Promise<Browser> => (connecting ??= chromium.connect(inject('browserUrl')))

type Arrive = (page: Page, url: string, options: EnterOptions) => Promise<void>

const arriveAtMock: Arrive = async (page, url, { pace = quickPace }) => {
  await page.goto(`${url}/?pace=${pace}`)
}

const arriveAtServer: Arrive = async (page, url, { person = 'Ada Moreau' }) => {
  await page.goto(`${url}/auth/sign-in?return_to=/`)
  await page.getByRole('button', { name: person }).click()
  await page.waitForURL(`${url}/`)
}

/** Keeps what a person would have seen when a test failed. */
const picture = async (context: BrowserContext, title: string): Promise<void> => {
  const name = title.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 60)
  for (const [index, page] of context.pages().entries())
    await page.screenshot({ path: `test-results/${name}-${index}.png` }).catch(() => undefined)
}

const enterWith = async (url: string, arrive: Arrive, options: EnterOptions): Promise<Visit> => {
  const context = await (options.browser ?? (await browser())).newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options.context,
  })
  context.setDefaultTimeout(20_000)
  // The address loses its query when a conversation opens; a reload keeps the pace.
  await context.addInitScript(
    (pace) => sessionStorage.setItem('threadwork-pace', pace),
    String(options.pace ?? quickPace),
  )
  const page = await context.newPage()
  const trouble = createTroubleWatch(url)
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(context, task.name)
    await context.close()
    expect(trouble.found).toEqual([])
  })
  // On the way in, the sign-in stands on an origin of its own.
  if (arrive === arriveAtMock) trouble.watch(page)
  await arrive(page, url, options)
  if (arrive !== arriveAtMock) trouble.watch(page)
  const openTab = async (address: string): Promise<Page> => {
    const tab = await context.newPage()
    trouble.watch(tab)
    await tab.goto(address)
    return tab
  }
  return { context, page, trouble, openTab }
}

/** The app that carries its own server. */
export const mockWorld: World = {
  name: 'mock',
  enter: (options = {}) => enterWith(inject('mockUrl'), arriveAtMock, options),
}

/** The server as `npm start` starts it, its sign-in included. */
export const serverWorld: World = {
  name: 'server',
  enter: (options = {}) => enterWith(inject('serverUrl'), arriveAtServer, options),
}

export const worlds: readonly World[] = [mockWorld, serverWorld]
