import { useEffect, useLayoutEffect, useReducer, useState } from 'react'
import { FrameText } from './frame-text.ts'

/** The text as of this frame while it streams, so that many pieces in one frame cost one parse; else `text`. */
export const useFrameText = (text: string, isStreaming: boolean): string => {
  // No state in its place: that would cost a second rendering in each frame.
  const [frames] = useState(() => new FrameText())
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const taken = frames.take(text, isStreaming)

  useLayoutEffect(() => frames.settle(text, taken, redraw), [frames, text, taken])
  useEffect(() => () => frames.cancel(), [frames])

  return taken
}
