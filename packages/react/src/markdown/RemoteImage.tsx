import { use, useState, type ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { useOriginPolicy } from '../policy/OriginPolicy.tsx'
import { englishMarkdown } from '../strings/markdown.ts'
import { useWords } from '../strings/useWords.ts'
import { InsideLink } from './inside-link.ts'
import { linkTarget, type LinkTarget } from './link-target.ts'
import { MarkdownLink } from './MarkdownLink.tsx'

export interface RemoteImageProps {
  readonly address: string
  /** The alternative text. */
  readonly words: string
}

type WebTarget = Extract<LinkTarget, { type: 'web' }>

/**
 * An image of a message. One from an origin that the app lists is drawn; for any other its words and its host stand
 * there, and nothing is asked of that host before the person presses the button. Where an address redirects to cannot be
 * known beforehand: list no origin that forwards to others, or forbid them by `img-src`, which holds for redirects too.
 */
export const RemoteImage = ({ address, words }: RemoteImageProps): ReactNode => {
  const target = linkTarget(address)
  return target?.type === 'web' ? (
    // Consent is for one address: another one starts anew.
    <WebImage key={target.href} target={target} words={words} />
  ) : (
    <Placeholder words={words} />
  )
}

const WebImage = ({ target, words }: { readonly target: WebTarget; readonly words: string }): ReactNode => {
  const strings = useWords('markdown', englishMarkdown)
  const { imageOrigins } = useOriginPolicy()
  const isInsideLink = use(InsideLink)
  const origin = URL.parse(target.href)?.origin
  const isListed = imageOrigins.some((listed) => URL.parse(listed)?.origin === origin)
  const [step, setStep] = useState<'waiting' | 'asked' | 'failed'>('waiting')

  if (step === 'failed')
    return (
      <Placeholder words={words}>
        <span className="twk-hint">{strings.imageFailed(target.host)}</span>
        {!isInsideLink && (
          <MarkdownLink address={target.href} words="">
            {strings.openImage}
          </MarkdownLink>
        )}
      </Placeholder>
    )
  if (isListed || step === 'asked')
    return (
      <img
        className="twk-markdown__image"
        src={target.href}
        alt={words}
        referrerPolicy="no-referrer"
        loading="lazy"
        decoding="async"
        onError={() => setStep('failed')}
      />
    )
  return (
    <Placeholder words={words}>
      {isInsideLink ? (
        <span className="twk-hint">{strings.imageBlocked(target.host)}</span>
      ) : (
        <button type="button" className="twk-text-button" onClick={() => setStep('asked')}>
          {strings.loadImage(target.host)}
        </button>
      )}
    </Placeholder>
  )
}

const Placeholder = ({
  words,
  children,
}: {
  readonly words: string
  readonly children?: ReactNode
}): ReactNode => {
  const strings = useWords('markdown', englishMarkdown)
  return (
    <span className="twk-markdown__placeholder">
      <Icon name="image" />
      <bdi>{words === '' ? strings.image : strings.imageNamed(words)}</bdi>
      {children}
    </span>
  )
}
