import { lateComponent, type LateComponent } from '../base/late-component.ts'
import type { MarkdownProps } from './markdown-props.ts'

/** What draws markdown: a third of a chat page, and not needed before an agent has spoken. */
export const lateMarkdown: LateComponent<MarkdownProps> = lateComponent(
  async () => (await import('./MarkdownBlocks.tsx')).MarkdownBlocks,
)
