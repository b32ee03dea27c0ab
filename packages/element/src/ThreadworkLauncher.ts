import { englishLauncher, type LauncherNews, type LauncherStrings } from '@threadwork/react'
import tokens from '@threadwork/react/tokens.css?inline'
import { adoptStyles } from './adopt-styles.ts'
import { ChatElement } from './ChatElement.ts'
import { settingAttributes } from './chat-settings.ts'
import hostStyles from './host.css?inline'
import { launcherView } from './launcher-view.ts'
import launcherStyles from './launcher.css?inline'
import { loadMount } from './load-mount.ts'
import { shadowStyles } from './shadow-styles.ts'

/** Where a panel over the page would leave nothing of the page, it takes the whole of it. */
const small = '(max-width: 480px), (max-height: 480px)'

const ownStyles: readonly string[] = [
  hostStyles,
  `@layer twk.tokens{${shadowStyles(tokens)}}`,
  shadowStyles(launcherStyles),
]

declare global {
  interface HTMLElementTagNameMap {
    'threadwork-launcher': ThreadworkLauncher
  }
}

/**
 * `<threadwork-launcher>`: a button over the page that opens the chat. The chat loads when it is first opened, or in
 * the background with `load="idle"`; closing keeps it, with what is typed and what is under way.
 */
export class ThreadworkLauncher extends ChatElement {
  static override readonly observedAttributes: readonly string[] = [...settingAttributes, 'open']

  readonly #view = launcherView()
  protected override readonly place: HTMLElement = this.#view.place
  protected override readonly styles: readonly string[] = ownStyles
  protected override readonly onClose: () => void = () => this.hide()
  readonly #screen = matchMedia(small)
  #news: LauncherNews = { unread: 0, waiting: 0 }
  #isByPerson = false
  #wantsFocus = false

  constructor() {
    super()
    const { button, told, panel } = this.#view
    adoptStyles(this.tree, ...ownStyles)
    this.tree.replaceChildren(panel, told, button)
    button.addEventListener('click', () => this.#toggle())
    for (const sign of ['pointerenter', 'focus'])
      button.addEventListener(sign, () => void loadMount(), { once: true })
    panel.addEventListener('keydown', (event) => this.#handleKey(event))
    panel.addEventListener('cancel', (event) => {
      event.preventDefault()
      this.hide()
    })
    this.addEventListener('threadwork-message', () => this.#hear())
    this.addEventListener('threadwork-needs-you', ({ detail }) => this.#tell({ waiting: detail.count }))
    this.addEventListener('threadwork-phase', () => this.#takeFocus())
  }

  /** Whether the panel is open; setting it opens or closes without taking the focus. */
  get open(): boolean {
    return this.hasAttribute('open')
  }
  set open(isOpen: boolean) {
    this.toggleAttribute('open', isOpen)
  }

  /** Opens the panel and takes the focus into it: for a click on a link or a button of the page. */
  show(): void {
    this.#isByPerson = true
    this.open = true
    this.#isByPerson = false
  }

  /** Closes the panel. A focus that was inside goes back to where it came from. */
  hide(): void {
    this.open = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#screen.addEventListener('change', this.#handleScreen)
    this.#describe()
    if (this.open) this.#open()
    else if (this.getAttribute('load') === 'idle') this.#bringIdly()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#screen.removeEventListener('change', this.#handleScreen)
    this.#view.panel.close()
  }

  protected override retell(): void {
    this.#describe()
  }

  override attributeChangedCallback(name: string): void {
    if (name !== 'open') super.attributeChangedCallback(name)
    else if (this.isConnected && this.open !== this.#view.panel.open) {
      if (this.open) this.#open()
      else this.#close()
    }
  }

  #toggle(): void {
    if (this.open) this.hide()
    else this.show()
  }

  #open(): void {
    const { panel, button } = this.#view
    const before = document.activeElement
    this.#wantsFocus = this.#isByPerson
    panel.dataset.opens = ''
    this.#present()
    button.setAttribute('aria-expanded', 'true')
    // A dialog takes the focus by itself; only a person's act may do so.
    if (!this.#isByPerson && !panel.matches(':modal') && before instanceof HTMLElement) before.focus()
    this.#tell({ unread: 0 })
    void this.#fill()
    this.emit('threadwork-open', { isModal: panel.matches(':modal') })
  }

  #close(): void {
    const { panel, button } = this.#view
    // A focus that is inside goes back, by the dialog's own doing, to where it was when it opened.
    panel.close()
    button.setAttribute('aria-expanded', 'false')
    this.#describe()
    this.emit('threadwork-close', null)
  }

  #present(): void {
    const { panel } = this.#view
    if (this.#screen.matches) panel.showModal()
    else panel.show()
  }

  // Turned or resized while open: the same panel, over the page or in its place.
  readonly #handleScreen = (): void => {
    const { panel } = this.#view
    if (!panel.open) return
    const active = this.tree.activeElement
    // It stands already: it does not come up a second time.
    delete panel.dataset.opens
    panel.close()
    this.#present()
    if (active instanceof HTMLElement) active.focus()
  }

  async #fill(): Promise<void> {
    const mount = await this.bring()
    this.#view.loading.hidden = mount !== null
    this.#takeFocus()
  }

  #bringIdly(): void {
    const idle = globalThis.requestIdleCallback ?? ((callback: () => void) => setTimeout(callback, 200))
    idle(() => void this.#fill())
  }

  // The composer comes later than the panel; whoever has gone elsewhere meanwhile is left there.
  #takeFocus(): void {
    const { activeElement } = this.tree
    const isHere = activeElement === this.#view.panel || activeElement === this.#view.button
    if (!this.#wantsFocus || !this.open || !isHere) return
    this.focus()
    this.#wantsFocus = this.tree.activeElement === activeElement
  }

  #handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
    event.preventDefault()
    this.hide()
  }

  #hear(): void {
    if (!this.open || document.visibilityState === 'hidden') this.#tell({ unread: this.#news.unread + 1 })
  }

  #tell(change: Partial<LauncherNews>): void {
    this.#news = { ...this.#news, ...change }
    this.#describe()
    this.#view.told.textContent = this.open ? '' : this.#words.news(this.#news)
  }

  get #words(): LauncherStrings {
    return { ...englishLauncher, ...this.pack?.launcher, ...this.strings.launcher }
  }

  #describe(): void {
    const { button, badge, heading, loading } = this.#view
    const { unread, waiting } = this.#news
    const words = this.#words
    const count = waiting > 0 ? waiting : unread
    button.setAttribute('aria-label', this.open ? words.close : words.open(this.#news))
    heading.textContent = words.panel
    loading.textContent = words.loading
    badge.hidden = count === 0 || this.open
    badge.textContent = count > 99 ? '99+' : `${count}`
    badge.dataset.tone = waiting > 0 ? 'ask' : 'news'
  }
}
