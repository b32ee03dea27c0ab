import type { ReactNode } from 'react'
import { useStrings } from '../strings/StringsProvider.tsx'
import { linkTarget, namesAnotherHost } from './link-target.ts'

export interface MarkdownLinkProps {
  readonly address: string
  /** What the link says, as plain text. */
  readonly words: string
  readonly children: ReactNode
}

/** A link that says where it leads. When its words claim another place, the true one stands beside them. */
export const MarkdownLink = ({ address, words, children }: MarkdownLinkProps): ReactNode => {
  const strings = useStrings().markdown
  const target = linkTarget(address)
  if (!target) return <bdi>{children}</bdi>
  const place = target.type === 'web' ? target.host : target.address
  const isShown =
    target.type === 'web'
      ? target.isDisguised || namesAnotherHost(words, target.host)
      : words.includes('@') && words.trim() !== target.address
  return (
    <a
      className="twk-markdown__link"
      href={target.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={target.type === 'web' ? strings.opens(place) : strings.writesTo(place)}
    >
      <bdi>{children}</bdi>
      {isShown && (
        <bdi className="twk-markdown__place" dir="ltr">
          {place}
        </bdi>
      )}
    </a>
  )
}
