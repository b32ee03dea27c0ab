import type { Transport } from '@threadwork/core'
import type { ChatSettings } from './chat-settings.ts'
import { transportFor } from './transport-for.ts'

/** Where a chat's conversation is. Another `key` is another conversation, or the same over another way. */
export interface ChatSource {
  readonly key: string
  readonly transport: Transport
  readonly conversationId: string
  /** The chat began it itself. */
  readonly isOwn: boolean
}

/** The settings that decide about it. */
export type SourceSettings = Pick<ChatSettings, 'url' | 'wire' | 'transport' | 'conversationId'>

const numbers = new WeakMap<Transport, number>()
let lastNumber = 0

const numberOf = (transport: Transport): number => {
  const number = numbers.get(transport) ?? (lastNumber += 1)
  numbers.set(transport, number)
  return number
}

const noteName = (url: string): string => `threadwork:conversation:${url}`

// Where storage is forbidden even reading throws; the tab then begins a conversation at each load.
const readNote = (url: string): string | null => {
  try {
    return sessionStorage.getItem(noteName(url))
  } catch {
    return null
  }
}

const writeNote = (url: string, id: string | null): void => {
  try {
    if (id === null) sessionStorage.removeItem(noteName(url))
    else sessionStorage.setItem(noteName(url), id)
  } catch {
    // As above.
  }
}

const begin = async (url: string): Promise<string> => {
  const { createHeadlessClient } = await import('@threadwork/headless')
  return createHeadlessClient({ url }).createConversation()
}

const beginning = new Map<string, Promise<string>>()

// Two elements of one page that name no conversation mean the same one.
const ownConversation = async (url: string): Promise<string> => {
  const known = readNote(url)
  if (known !== null) return known
  const begun = beginning.get(url) ?? begin(url)
  beginning.set(url, begun)
  try {
    const id = await begun
    writeNote(url, id)
    return id
  } finally {
    beginning.delete(url)
  }
}

/** Forgets the conversation that was begun over an address, because it is gone: the next one is another. */
export const forgetConversation = (url: string): void => writeNote(url, null)

/** Finds the way to the conversation that is asked for, or begins one. Rejects when the backend says no. */
export const openSource = async (settings: SourceSettings): Promise<ChatSource> => {
  const { url, wire } = settings
  if (settings.transport && settings.conversationId === null)
    throw new Error(
      'A chat got a transport and no conversation-id, so there is no conversation to open. Set the attribute `conversation-id`.',
    )
  const transport = settings.transport ?? (await transportFor(wire, url))
  const isOwn = settings.conversationId === null
  const conversationId = settings.conversationId ?? (await ownConversation(url))
  return { key: `${numberOf(transport)} ${conversationId}`, transport, conversationId, isOwn }
}
