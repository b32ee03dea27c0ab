import type { ReactElement } from 'react'
import { VisibleText } from '../approval/VisibleText.tsx'
import { Icon } from '../icon/Icon.tsx'
import { candourOf, linkTarget } from '../markdown/link-target.ts'
import { englishMarkdown } from '../strings/markdown.ts'
import { englishMessage } from '../strings/message.ts'
import { useWords } from '../strings/useWords.ts'

export interface ReplyLinkProps {
  readonly label: string
  readonly url: string
}

/** A link that a message offers. Where it really leads stands beside its words, in the browser's own spelling. */
export const ReplyLink = ({ label, url }: ReplyLinkProps): ReactElement => {
  const markdown = useWords('markdown', englishMarkdown)
  const message = useWords('message', englishMessage)
  const target = linkTarget(url)
  if (!target)
    return (
      <span className="twk-offer" data-unsafe>
        <span className="twk-offer__label twk-offer__words">
          <VisibleText text={label} />
        </span>
        <span className="twk-offer__aside">{message.unsafeLink}</span>
      </span>
    )
  const place = target.type === 'web' ? target.host : target.address
  return (
    <a
      className="twk-button twk-offer"
      data-variant="secondary"
      href={target.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={target.type === 'web' ? markdown.opens(place) : markdown.writesTo(place)}
    >
      <span className="twk-offer__label twk-offer__words">
        <VisibleText text={label} />
        <Icon name="arrowOut" />
      </span>
      <bdi
        className="twk-offer__aside twk-mono"
        dir="ltr"
        data-misleads={candourOf(label, target) === 'misleads' || undefined}
      >
        {place}
      </bdi>
    </a>
  )
}
