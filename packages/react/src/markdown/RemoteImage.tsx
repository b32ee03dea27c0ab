import { useState, type ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { useOriginPolicy } from '../policy/OriginPolicy.tsx'
import { useStrings } from '../strings/StringsProvider.tsx'
import { linkTarget } from './link-target.ts'

export interface RemoteImageProps {
  readonly address: string
  /** The alternative text. */
  readonly words: string
}

/** Stands where a message put an image. Nothing is loaded before a click, and only from a trusted origin. */
export const RemoteImage = ({ address, words }: RemoteImageProps): ReactNode => {
  const strings = useStrings().markdown
  const { imageOrigins } = useOriginPolicy()
  const [isLoaded, setIsLoaded] = useState(false)
  const target = linkTarget(address)
  const host = target?.type === 'web' ? target.host : null
  const isTrusted =
    target?.type === 'web' &&
    !target.isDisguised &&
    imageOrigins.some((listed) => URL.parse(listed)?.origin === URL.parse(target.href)?.origin)

  if (isTrusted && isLoaded) {
    return <img className="twk-markdown__image" src={target.href} alt={words} referrerPolicy="no-referrer" />
  }
  return (
    <span className="twk-markdown__placeholder">
      <Icon name="image" />
      <bdi>{words === '' ? strings.image : strings.imageNamed(words)}</bdi>
      {host !== null && !isTrusted && <span className="twk-hint">{strings.imageBlocked(host)}</span>}
      {host !== null && isTrusted && (
        <button type="button" className="twk-text-button" onClick={() => setIsLoaded(true)}>
          {strings.loadImage(host)}
        </button>
      )}
    </span>
  )
}
