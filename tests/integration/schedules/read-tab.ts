import type { Page } from 'playwright'
import { onPage } from '../../e2e/conversation-page.ts'
import type { World } from '../conversation/world.ts'
import type { ToldRow } from './told-stories.ts'

interface ShownRow {
  readonly kind: string
  readonly status: string
  readonly id: string
  readonly text: string
}

const readRows = (page: Page): Promise<readonly ShownRow[]> =>
  onPage(page).articles.evaluateAll((articles) =>
    articles.map((article) => ({
      kind: article.getAttribute('data-twk-kind') ?? '',
      status: article.getAttribute('data-twk-status') ?? '',
      id: article.getAttribute('data-twk-id') ?? '',
      text: article.textContent.replaceAll(/\s+/gu, ' '),
    })),
  )

const isShown = ({ kind, status }: ToldRow, shown: ShownRow | undefined): boolean =>
  shown?.kind === kind && shown.status === status

const line = ({ kind, status }: { readonly kind: string; readonly status: string }): string =>
  `${kind} ${status}`

const differentRows = (drawn: readonly ToldRow[], shown: readonly ShownRow[]): readonly string[] => {
  const isSame = drawn.length === shown.length && drawn.every((row, index) => isShown(row, shown[index]))
  if (!isSame) return [`it shows ${shown.map(line).join(', ')} and should show ${drawn.map(line).join(', ')}`]
  return drawn
    .filter(({ words }, index) => shown[index]?.text.includes(words) !== true)
    .map(({ kind, words }) => `a ${kind} lacks “${words}”`)
}

const differentMessages = (held: readonly string[], shown: readonly ShownRow[]): readonly string[] => {
  const [want, have] = [held, shown.filter(({ kind }) => kind === 'message').map(({ id }) => id)]
  return JSON.stringify(want) === JSON.stringify(have)
    ? []
    : [`it shows the messages ${have.join(' ')} and the server holds ${want.join(' ')}`]
}

/** How a tab differs from the drawn conversation and from what the server holds, as sentences. */
export const wrongTab = async (
  page: Page,
  world: World,
  { conversationId, rows }: { readonly conversationId: string; readonly rows: readonly ToldRow[] },
): Promise<readonly string[]> => {
  const held = world.records('messages', conversationId).map(({ id }) => id)
  const shown = await readRows(page)
  const phase = await onPage(page)
    .status.getAttribute('data-twk-phase', { timeout: 1000 })
    .catch(() => null)
  return [
    ...differentRows(rows, shown),
    ...differentMessages(held, shown),
    ...(phase === 'idle' ? [] : [`the phase is ${phase}`]),
  ]
}
