import { useCallback, useState, type ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'

export interface ThumbnailProps {
  /** `null` where there is nothing to see of it. */
  readonly picture: Blob | null
}

interface PictureProps {
  readonly picture: Blob
  readonly onBroken: () => void
}

const Picture = ({ picture, onBroken }: PictureProps): ReactNode => {
  // The bytes have an address for as long as they are shown, and no longer.
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(picture)
      image.src = url
      return () => URL.revokeObjectURL(url)
    },
    [picture],
  )
  return <img ref={show} alt="" decoding="async" onError={onBroken} />
}

/** A small sight of a file. What is no picture, or cannot be drawn here, is a sign. */
export const Thumbnail = ({ picture }: ThumbnailProps): ReactNode => {
  const [broken, setBroken] = useState<Blob | null>(null)
  return (
    <span className="twk-file__sight" aria-hidden="true">
      {picture !== null && broken !== picture ? (
        <Picture picture={picture} onBroken={() => setBroken(picture)} />
      ) : (
        <Icon name={picture ? 'image' : 'paperclip'} />
      )}
    </span>
  )
}
