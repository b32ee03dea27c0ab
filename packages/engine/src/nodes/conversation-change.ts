import type { NodeKind } from './node-kind.ts'
import { renderText } from '../text/render.ts'
import { changeKind } from './change-kind.ts'
import { text, texts } from './config-fields.ts'
import { renderList } from './render-object.ts'

const labels = texts('Choose at least one label.')

/** The kinds that change something on a conversation. */
export const conversationChanges: readonly NodeKind[] = [
  changeKind({
    type: 'open-conversation',
    fields: {},
    change: () => ({ type: 'set-status', status: 'open' }),
  }),
  changeKind({
    type: 'resolve-conversation',
    fields: {},
    change: () => ({ type: 'set-status', status: 'resolved' }),
  }),
  changeKind({
    type: 'star-conversation',
    fields: {},
    change: () => ({ type: 'set-starred', isStarred: true }),
  }),
  changeKind({
    type: 'unstar-conversation',
    fields: {},
    change: () => ({ type: 'set-starred', isStarred: false }),
  }),
  changeKind({
    type: 'add-label',
    fields: { labels },
    change: (config, scope) =>
      unlessEmpty(renderList(config.labels, scope), (labels) => ({ type: 'add-labels', labels })),
  }),
  changeKind({
    type: 'remove-label',
    fields: { labels },
    change: (config, scope) =>
      unlessEmpty(renderList(config.labels, scope), (labels) => ({ type: 'remove-labels', labels })),
  }),
  changeKind({
    type: 'assign-user',
    fields: { assignee: text('Choose who takes the conversation.') },
    change: ({ assignee }, scope) => ({ type: 'assign', to: 'human', assignee: renderText(assignee, scope) }),
  }),
  changeKind({
    type: 'assign-ai',
    fields: { assignee: text('Choose the persona that takes the conversation.') },
    change: ({ assignee }, scope) => ({ type: 'assign', to: 'ai', assignee: renderText(assignee, scope) }),
  }),
  changeKind({
    type: 'tag',
    fields: { signals: texts('Choose at least one signal.') },
    change: (config, scope) =>
      unlessEmpty(renderList(config.signals, scope), (signals) => ({ type: 'add-signals', signals })),
  }),
]

const unlessEmpty = <Made>(list: readonly string[], then: (list: readonly string[]) => Made): Made | null =>
  list.length === 0 ? null : then(list)
