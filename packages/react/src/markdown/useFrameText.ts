import { useEffect, useRef, useState } from 'react'

/** The text as of the last frame while it streams, so that many pieces in one frame cost one parse; else `text`. */
export const useFrameText = (text: string, isStreaming: boolean): string => {
  const [shown, setShown] = useState(text)
  const newest = useRef(text)
  const frame = useRef(0)

  useEffect(() => {
    newest.current = text
    if (!isStreaming || frame.current !== 0) return
    frame.current = requestAnimationFrame(() => {
      frame.current = 0
      setShown(newest.current)
    })
  }, [text, isStreaming])

  useEffect(() => () => cancelAnimationFrame(frame.current), [])

  return isStreaming && shown !== '' && text.startsWith(shown) ? shown : text
}
