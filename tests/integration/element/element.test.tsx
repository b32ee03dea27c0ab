import type { Transport } from '@threadwork/core'
import type { ThreadworkChat } from '@threadwork/element'
import { expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { composerOf, inside, place, quietTransport, reply } from './element-page.ts'

// Made before the script has come: the browser upgrades it when the script defines it.
const early = document.createElement('threadwork-chat')
const earlyTransport = quietTransport()
early.transport = earlyTransport
early.setAttribute('conversation-id', 'early')
early.setAttribute('heading', 'Early bird')
early.textContent = 'The chat needs JavaScript.'
document.body.append(early)

await import('@threadwork/element')

const placeChat = (transport: Transport, attributes: Readonly<Record<string, string>> = {}): ThreadworkChat =>
  place(document.createElement('threadwork-chat'), transport, attributes)

const styleOf = (element: Element | null): CSSStyleDeclaration => {
  if (!element) throw new Error('Nothing stands there, so it has no style.')
  return getComputedStyle(element)
}

/** How many boxes the page's own words inside an element take. */
const wordsOf = (element: HTMLElement): number => {
  const range = document.createRange()
  range.selectNodeContents(element)
  return range.getClientRects().length
}

const addStyle = (css: string): void => {
  const style = document.head.appendChild(document.createElement('style'))
  style.textContent = css
  onTestFinished(() => style.remove())
}

const ready = async (element: ThreadworkChat): Promise<void> => {
  await expect.poll(() => composerOf(element)).not.toBeNull()
  // Before that nobody would hear what a backend says.
  await expect.poll(() => element.session?.getState().history).toBe('ready')
}

const write = async (element: ThreadworkChat, text: string): Promise<void> => {
  await ready(element)
  element.focus()
  await userEvent.keyboard(text)
}

test('takes over what a page set before the script had come', async () => {
  await ready(early)

  expect(Object.hasOwn(early, 'transport')).toBe(false)
  expect(earlyTransport.opened).toEqual(['early'])
  expect(inside(early, 'header')?.textContent).toContain('Early bird')
  expect(inside(early, 'slot')).toBeNull()
  early.remove()
})

test('shows the page’s own words until the chat has come', async () => {
  const transport = quietTransport()
  const chat = placeChat(transport)
  chat.append('One moment')

  expect(wordsOf(chat)).toBe(1)
  await ready(chat)

  await expect.poll(() => wordsOf(chat)).toBe(0)
})

test('keeps the page’s styles out and its own in', async () => {
  addStyle(`
    * { box-sizing: content-box }
    html { font-size: 10px }
    body { letter-spacing: 4px; text-transform: uppercase; font-style: italic; line-height: 3; word-spacing: 9px }
    textarea { border: 9px solid red } .twk-button { display: none } p { margin: 50px }
  `)
  const outside = document.body.appendChild(document.createElement('button'))
  outside.className = 'twk-message__body'
  onTestFinished(() => outside.remove())
  const lookOf = () => [...styleOf(outside)].map((name) => styleOf(outside).getPropertyValue(name))
  const before = lookOf()
  const chat = placeChat(quietTransport())

  await ready(chat)

  const composer = styleOf(composerOf(chat))
  expect(composer.borderTopWidth).not.toBe('9px')
  expect(composer.letterSpacing).toBe('normal')
  expect(composer.textTransform).toBe('none')
  expect(composer.fontStyle).toBe('normal')
  expect(composer.wordSpacing).toBe('0px')
  expect(styleOf(inside(chat, '.twk-root')).fontSize).toBe('14px')
  expect(styleOf(inside(chat, '.twk-composer .twk-button')).display).not.toBe('none')
  expect(lookOf()).toEqual(before)
  expect(document.styleSheets).not.toContain(chat.shadowRoot?.adoptedStyleSheets[0])
})

test('lets a page restyle it by tokens on its tag and by its parts', async () => {
  addStyle(`
    threadwork-chat { --twk-color-accent: rgb(200, 30, 90); --twk-radius-l: 2px }
    threadwork-chat::part(composer) { border-color: rgb(1, 2, 3) }
    threadwork-chat::part(message) { outline: 3px solid rgb(4, 5, 6) }
  `)
  const transport = quietTransport()
  const chat = placeChat(transport)
  await ready(chat)

  transport.push(reply('m1', 'Hello'))

  await expect.poll(() => inside(chat, 'article')).not.toBeNull()
  const root = inside(chat, '.twk-root')
  expect(styleOf(root).getPropertyValue('--twk-color-accent')).toBe('rgb(200, 30, 90)')
  expect(styleOf(inside(chat, '.twk-composer')).borderStartStartRadius).toBe('2px')
  expect(styleOf(inside(chat, '.twk-composer')).borderTopColor).toBe('rgb(1, 2, 3)')
  expect(styleOf(inside(chat, 'article')).outlineColor).toBe('rgb(4, 5, 6)')
})

test('follows theme, density and contrast as attributes, and the page’s scheme without', async () => {
  const chat = placeChat(quietTransport())
  await ready(chat)
  const ground = () => styleOf(inside(chat, '.twk-root')).backgroundColor
  const [light, dark] = ['rgb(255, 255, 255)', 'rgb(28, 28, 26)']
  expect(ground()).toBe(light)

  document.documentElement.style.colorScheme = 'dark'
  onTestFinished(() => void document.documentElement.style.removeProperty('color-scheme'))
  expect(ground()).toBe(dark)
  chat.theme = 'light'
  expect(ground()).toBe(light)
  chat.theme = null
  chat.contrast = 'more'
  chat.density = 'compact'

  expect(styleOf(inside(chat, '.twk-root')).color).toBe('rgb(255, 255, 255)')
  expect(styleOf(inside(chat, '.twk-root')).fontSize).toBe('13px')
})

test('follows a change of its attributes and properties', async () => {
  const transport = quietTransport()
  const chat = placeChat(transport, { heading: 'Before' })
  await ready(chat)

  chat.heading = 'After'
  chat.placeholder = 'Say it'
  chat.strings = { composer: { send: 'Off it goes' } }
  chat.conversationId = 'another'

  await expect.poll(() => inside(chat, 'header')?.textContent).toContain('After')
  await expect.poll(() => composerOf(chat)?.placeholder).toBe('Say it')
  await expect.element(page.getByRole('button', { name: 'Off it goes' })).toBeVisible()
  await expect.poll(() => transport.opened.at(-1)).toBe('another')
  await expect.poll(() => transport.openCount).toBe(1)
})

test('goes over to another backend with the transport that it is given', async () => {
  const [first, second] = [quietTransport(), quietTransport()]
  const chat = placeChat(first)
  await ready(chat)
  await expect.poll(() => first.openCount).toBe(1)

  chat.transport = second

  await expect.poll(() => second.openCount).toBe(1)
  await expect.poll(() => first.openCount).toBe(0)
})

test('keeps its place, its draft and its line to the backend when it is moved', async () => {
  const transport = quietTransport()
  const chat = placeChat(transport)
  const aside = document.body.appendChild(document.createElement('aside'))
  onTestFinished(() => aside.remove())
  await write(chat, 'half a thought')
  const composer = composerOf(chat)

  aside.append(chat)
  await new Promise((resolve) => setTimeout(resolve, 50))

  expect(composerOf(chat)).toBe(composer)
  expect(composer?.value).toBe('half a thought')
  expect(transport.opened).toHaveLength(1)
})

test('lets go of everything when it leaves the page, and comes back as it was', async () => {
  const transport = quietTransport()
  const chat = placeChat(transport)
  await write(chat, 'half a thought')

  chat.remove()
  await expect.poll(() => transport.openCount).toBe(0)
  expect(composerOf(chat)).toBeNull()
  document.body.append(chat)

  await ready(chat)
  expect(transport.openCount).toBe(1)
  await expect.poll(() => composerOf(chat)?.value).toBe('half a thought')
})

test('shares one line to the backend with another of the same conversation, and with no other', async () => {
  const transport = quietTransport()
  const [one, twin, other] = ['same', 'same', 'other'].map((id) =>
    placeChat(transport, { 'conversation-id': id }),
  )
  for (const chat of [one, twin, other]) if (chat) await ready(chat)

  transport.push(reply('m1', 'To all'))

  expect(transport.openCount).toBe(2)
  for (const chat of [one, twin, other])
    await expect.poll(() => chat && inside(chat, 'article')?.textContent).toContain('To all')
})

test('tells the page what is sent, what comes and in which phase it is', async () => {
  const transport = quietTransport()
  const heard: [string, unknown][] = []
  for (const name of ['ready', 'sent', 'message', 'phase', 'needs-you'] as const) {
    const listen = (event: Event) => void heard.push([name, (event as CustomEvent<unknown>).detail])
    document.addEventListener(`threadwork-${name}`, listen)
    onTestFinished(() => document.removeEventListener(`threadwork-${name}`, listen))
  }
  const chat = placeChat(transport)
  await ready(chat)
  await expect.poll(() => heard.map(([name]) => name)).toContain('ready')

  await write(chat, 'Hello{Enter}')
  transport.push(reply('m1', 'Good day'))

  await expect.poll(() => heard.filter(([name]) => name === 'message')).toHaveLength(1)
  expect(heard.find(([name]) => name === 'message')?.[1]).toMatchObject({ item: { text: 'Good day' } })
  expect(heard.find(([name]) => name === 'sent')?.[1]).toMatchObject({ text: 'Hello' })
  expect(heard.find(([name]) => name === 'phase')?.[1]).toMatchObject({ phase: 'idle' })
})

test('lets the page send, and hands it the conversation', async () => {
  const transport = quietTransport()
  const chat = placeChat(transport)
  expect(chat.session).toBeNull()
  await ready(chat)

  chat.session?.send('From the page')

  await expect.poll(() => transport.submitted).toHaveLength(1)
  expect(chat.session?.getState().items).toHaveLength(1)
})

test('draws with a page’s own function, again at each change, and clears up behind it', async () => {
  const cleared = vi.fn()
  const transport = quietTransport()
  const chat = placeChat(transport)
  chat.renderers = {
    kinds: {
      message: (own, { item }) => {
        const text = document.createElement('strong')
        text.textContent = `drawn: ${item.text}`
        own.replaceChildren(text)
        return cleared
      },
    },
  }
  await ready(chat)

  transport.push(reply('m1', 'Hello'))
  await expect.poll(() => inside(chat, 'strong')?.textContent).toBe('drawn: Hello')
  chat.renderers = {}

  await expect.poll(() => inside(chat, 'article')?.textContent).toContain('Hello')
  expect(inside(chat, 'strong')).toBeNull()
  expect(cleared).toHaveBeenCalled()
})

test('says what is missing instead of standing there empty', async () => {
  const chat = document.createElement('threadwork-chat')
  chat.transport = quietTransport()
  document.body.append(chat)
  onTestFinished(() => chat.remove())

  await expect.poll(() => inside(chat, '[role=alert]')?.textContent).toContain('conversation-id')
})

test('speaks the language of the page around it, and another where it is told to', async () => {
  document.documentElement.lang = 'de-AT'
  onTestFinished(() => void (document.documentElement.lang = 'en'))
  const chat = placeChat(quietTransport())
  await ready(chat)
  await expect.element(page.getByRole('button', { name: 'Senden' })).toBeVisible()

  chat.lang = 'ar'

  await expect.poll(() => styleOf(inside(chat, '.twk-composer')).direction).toBe('rtl')
  await expect.element(page.getByRole('button', { name: 'Senden' })).not.toBeInTheDocument()
  chat.lang = 'tlh'
  await expect.element(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible()
  expect(styleOf(inside(chat, '.twk-composer')).direction).toBe('ltr')
})

test('puts the page’s own words over those of a language', async () => {
  const chat = placeChat(quietTransport(), { lang: 'fr' })
  chat.strings = { composer: { send: 'Et hop' } }

  await ready(chat)

  await expect.element(page.getByRole('button', { name: 'Et hop' })).toBeVisible()
  await expect.poll(() => inside(chat, '[role=log]')?.getAttribute('aria-label')).toBe('Conversation')
})
