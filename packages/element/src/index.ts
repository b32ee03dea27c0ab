import { defineElements } from './define.ts'

defineElements()

export { ThreadworkChat } from './ThreadworkChat.ts'
export { ThreadworkLauncher } from './ThreadworkLauncher.ts'
export type { ChatProperties, Wire } from './chat-settings.ts'
export type { ChatEventName, ChatEvents } from './chat-events.ts'
export type { DomRenderer, DomRenderers } from './dom-renderers.tsx'
