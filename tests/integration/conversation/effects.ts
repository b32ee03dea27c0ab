import { viewOf } from './view.ts'
import type { Session } from '@threadwork/core'
import type { World } from './world.ts'

/** What a person asked for in one conversation. */
export interface Wanted {
  readonly messages: readonly string[]
  readonly decisions: number
  readonly forms: number
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Which wishes had another effect on the backend than one each, as sentences. */
export const wrongEffects = (world: World, conversationId: string, wanted: Wanted): readonly string[] => {
  const messages = world.records('messages', conversationId)
  const own = messages.filter(({ source }) => source === 'user').map(({ content }) => content)
  const events = world.records('events', conversationId).map(({ event }) => event.type)
  const decided = world.records('approvals', conversationId).filter(({ status }) => status !== 'pending')
  const count = (type: string): number => events.filter((each) => each === type).length
  return [
    ...(sameTexts(own, wanted.messages) ? [] : [`The backend has the messages ${JSON.stringify(own)}.`]),
    ...(count('processing.started') === wanted.messages.length
      ? []
      : [`It began ${count('processing.started')} turns.`]),
    ...(decided.length === wanted.decisions ? [] : [`It has ${decided.length} decisions.`]),
    ...(count('workflow.completed') <= wanted.forms
      ? []
      : [`It completed ${count('workflow.completed')} workflows.`]),
  ]
}

/** How what is shown differs from what the backend holds, as sentences. */
export const wrongView = (
  world: World,
  conversationId: string,
  shown: readonly { readonly id: string; readonly text: string }[],
): readonly string[] => {
  const held = world.records('messages', conversationId).map(({ id }) => id)
  const ids = shown.map(({ id }) => id)
  return [
    ...held.filter((id) => !ids.includes(id)).map((id) => `The message ${id} is not shown.`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is shown twice.`),
  ]
}

/** The messages of a session, as `wrongView` reads them. */
export const messagesOf = (session: Session): readonly { readonly id: string; readonly text: string }[] =>
  viewOf(session).filter(({ kind }) => kind === 'message')
