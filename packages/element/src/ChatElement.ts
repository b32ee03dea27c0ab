import type { Session } from '@threadwork/core'
import type { Strings } from '@threadwork/react'
import { dispatchChatEvent, type Emit } from './chat-events.ts'
import { noProperties, readSettings, settingAttributes, type ChatProperties } from './chat-settings.ts'
import { loadMount } from './load-mount.ts'
import type { ChatMount } from './mount-chat.tsx'
import { wordsFor } from './words-for.ts'

// Where a server imports this there is no DOM; nothing is registered or made there.
const ElementBase: typeof HTMLElement = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement)

/** Properties that are attributes under another name. */
const mirrored = {
  url: 'url',
  wire: 'wire',
  conversationId: 'conversation-id',
  agentName: 'agent-name',
  heading: 'heading',
  placeholder: 'placeholder',
  theme: 'theme',
  density: 'density',
  contrast: 'contrast',
} as const

const owned = ['transport', 'strings', 'renderers', 'suggestions'] as const

/** What `<threadwork-chat>` and `<threadwork-launcher>` share: settings, and a chat that comes and goes with the page. */
export abstract class ChatElement extends ElementBase implements ChatProperties {
  static readonly observedAttributes: readonly string[] = settingAttributes

  declare url: string | null
  declare wire: string | null
  declare conversationId: string | null
  declare agentName: string | null
  declare heading: string | null
  declare placeholder: string | null
  declare theme: string | null
  declare density: string | null
  declare contrast: string | null
  protected readonly tree: ShadowRoot = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
  #properties: ChatProperties = noProperties
  #mount: ChatMount | null = null
  #mounting: Promise<ChatMount | null> | null = null
  #isUpdating = false
  #language = ''
  #pack: Strings | null = null

  /** Where the chat is drawn. */
  protected abstract readonly place: HTMLElement
  protected abstract readonly styles: readonly string[]
  protected abstract readonly onClose: (() => void) | null

  get transport(): ChatProperties['transport'] {
    return this.#properties.transport
  }
  set transport(transport: ChatProperties['transport']) {
    this.#change({ transport })
  }

  get strings(): ChatProperties['strings'] {
    return this.#properties.strings
  }
  set strings(strings: ChatProperties['strings']) {
    this.#change({ strings })
  }

  get renderers(): ChatProperties['renderers'] {
    return this.#properties.renderers
  }
  set renderers(renderers: ChatProperties['renderers']) {
    this.#change({ renderers })
  }

  get suggestions(): ChatProperties['suggestions'] {
    return this.#properties.suggestions
  }
  set suggestions(suggestions: ChatProperties['suggestions']) {
    this.#change({ suggestions })
  }

  /** The conversation, alive: to send in the person's name, to read, to listen. `null` while there is none. */
  get session(): Session | null {
    return this.#mount?.session ?? null
  }

  /** Takes the focus to where the person writes. */
  override focus(): void {
    this.#mount?.focus()
  }

  connectedCallback(): void {
    for (const name of [...Object.keys(mirrored), ...owned]) this.#upgrade(name)
    void this.#speak()
  }

  disconnectedCallback(): void {
    // An element that is only moved comes back in the same task.
    setTimeout(() => {
      if (this.isConnected) return
      this.#mount?.unmount()
      this.#mount = null
      this.#mounting = null
    }, 0)
  }

  // Moved by `moveBefore`: nothing ends and nothing begins.
  connectedMoveCallback(): void {}

  attributeChangedCallback(name: string): void {
    if (name === 'lang' && this.isConnected) void this.#speak()
    this.#update()
  }

  /** The kit's words in this element's language; `null` for English. */
  protected get pack(): Strings | null {
    return this.#pack
  }

  /** The words have changed. */
  protected retell(): void {}

  // The language of the page around it, where it says none itself.
  async #speak(): Promise<void> {
    const language = this.closest<HTMLElement>('[lang]')?.lang ?? ''
    if (language === this.#language) return
    this.#language = language
    const pack = await wordsFor(language)
    if (language !== this.#language) return
    this.#pack = pack
    this.retell()
    this.#update()
  }

  protected readonly emit: Emit = (name, detail) => dispatchChatEvent(this, name, detail)

  /** Brings the chat, where it is not there yet; `null` when the element has left the page meanwhile. */
  protected bring(): Promise<ChatMount | null> {
    this.#mounting ??= this.#bring()
    return this.#mounting
  }

  async #bring(): Promise<ChatMount | null> {
    const mountChat = await loadMount()
    if (!this.isConnected) {
      this.#mounting = null
      return null
    }
    const { tree, place, styles, emit, onClose } = this
    this.#mount = mountChat({ tree, place, styles, emit, onClose }, this.#settings())
    return this.#mount
  }

  #settings() {
    return readSettings((name) => this.getAttribute(name), this.#properties, this.#pack)
  }

  #change(properties: Partial<ChatProperties>): void {
    this.#properties = { ...this.#properties, ...properties }
    this.#update()
  }

  // Several changes of one task are one.
  #update(): void {
    if (this.#isUpdating) return
    this.#isUpdating = true
    queueMicrotask(() => {
      this.#isUpdating = false
      this.#mount?.update(this.#settings())
    })
  }

  // Set before the element was defined, a value lies on the element itself and hides the accessor.
  #upgrade(name: string): void {
    if (!Object.hasOwn(this, name)) return
    const value: unknown = Reflect.get(this, name)
    Reflect.deleteProperty(this, name)
    Reflect.set(this, name, value)
  }
}

for (const [property, attribute] of Object.entries(mirrored)) {
  Object.defineProperty(ChatElement.prototype, property, {
    configurable: true,
    enumerable: true,
    get(this: ChatElement) {
      return this.getAttribute(attribute)
    },
    set(this: ChatElement, value: string | null) {
      if (value === null || value === undefined) this.removeAttribute(attribute)
      else this.setAttribute(attribute, value)
    },
  })
}
