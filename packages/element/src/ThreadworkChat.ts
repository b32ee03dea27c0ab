import { adoptStyles } from './adopt-styles.ts'
import chatStyles from './chat.css?inline'
import { ChatElement } from './ChatElement.ts'
import hostStyles from './host.css?inline'

declare global {
  interface HTMLElementTagNameMap {
    'threadwork-chat': ThreadworkChat
  }
}

/**
 * `<threadwork-chat>`: a conversation in a shadow tree. It fills the box that the page gives it; what stands inside it in
 * the page's own HTML is shown until the chat has come, and where there is no JavaScript.
 */
export class ThreadworkChat extends ChatElement {
  protected override readonly place: HTMLElement = document.createElement('div')
  protected override readonly styles: readonly string[] = [hostStyles, chatStyles]
  protected override readonly onClose = null
  readonly #meanwhile = document.createElement('slot')

  constructor() {
    super()
    adoptStyles(this.tree, ...this.styles)
    this.place.className = 'twk-place'
    this.tree.replaceChildren(this.#meanwhile, this.place)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#show()
  }

  async #show(): Promise<void> {
    const mount = await this.bring()
    if (mount !== null) this.#meanwhile.remove()
  }
}
