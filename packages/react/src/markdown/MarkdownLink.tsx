import type { ReactNode } from 'react'
import { englishMarkdown } from '../strings/markdown.ts'
import { useWords } from '../strings/useWords.ts'
import { InsideLink } from './inside-link.ts'
import { candourOf, linkTarget } from './link-target.ts'

export interface MarkdownLinkProps {
  readonly address: string
  /** What the link says, as plain text. */
  readonly words: string
  readonly children: ReactNode
}

/**
 * A link whose true place is seen before it is followed, by pointer, finger or key. Words that claim another place have
 * the true one written beside them; words that say nothing of it have it drawn faintly, not to be copied along.
 */
export const MarkdownLink = ({ address, words, children }: MarkdownLinkProps): ReactNode => {
  const strings = useWords('markdown', englishMarkdown)
  const target = linkTarget(address)
  if (!target) return <bdi>{children}</bdi>
  const place = target.type === 'web' ? target.host : target.address
  const candour = candourOf(words, target)
  return (
    <a
      className="twk-markdown__link"
      href={target.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={target.type === 'web' ? strings.opens(place) : strings.writesTo(place)}
      data-place={candour === 'silent' ? place : undefined}
    >
      <InsideLink value={true}>
        <bdi>{children}</bdi>
      </InsideLink>
      {candour === 'misleads' && (
        <bdi className="twk-markdown__place" dir="ltr">
          {place}
        </bdi>
      )}
    </a>
  )
}
