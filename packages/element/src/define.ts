import { ThreadworkChat } from './ThreadworkChat.ts'
import { ThreadworkLauncher } from './ThreadworkLauncher.ts'

const elements = {
  'threadwork-chat': ThreadworkChat,
  'threadwork-launcher': ThreadworkLauncher,
} as const

/** Registers both elements, where there is a page to register them for; a second copy of this script changes nothing. */
export const defineElements = (): void => {
  const registry = globalThis.customElements
  if (registry === undefined) return
  for (const [name, element] of Object.entries(elements))
    if (!registry.get(name)) registry.define(name, element)
}
