import { useEffect, useState, type RefObject } from 'react'
import { useClock } from '../clock/ClockProvider.tsx'
import { lookOf, watchTheme } from './diagram-look.ts'
import { readFrameMessage, type DrawMessage } from './frame-message.ts'

export interface DiagramState {
  readonly step: 'drawing' | 'drawn' | 'failed'
  /** What the diagram calls itself; empty when it does not. */
  readonly title: string
  /** Of the drawing, in CSS pixels. */
  readonly height: number
}

const atFirst: DiagramState = { step: 'drawing', title: '', height: 0 }
/** How long a frame may take to load and to draw. */
const patience = 20_000

/** Has the frame draw `source`, and again when the page's theme changes. */
export const useDiagram = (
  frame: RefObject<HTMLIFrameElement | null>,
  source: string,
  isWanted: boolean,
): DiagramState => {
  const clock = useClock()
  const [state, setState] = useState(atFirst)

  useEffect(() => {
    const element = frame.current
    if (!isWanted || !element) return
    let sent = ''
    const draw = (): void => {
      const message: DrawMessage = { twk: 'draw', source, look: lookOf(element) }
      const text = JSON.stringify(message)
      if (text === sent) return
      sent = text
      // A sandboxed frame has no origin that could be named; what it gets is the message's own text.
      element.contentWindow?.postMessage(message, '*')
    }
    let stopWatching = (): void => undefined
    const timer = clock.after(patience, () =>
      setState((now) => (now.step === 'drawing' ? { ...now, step: 'failed' } : now)),
    )
    const hear = (event: MessageEvent): void => {
      if (event.source !== element.contentWindow || event.origin !== 'null') return
      const message = readFrameMessage(event.data)
      if (message?.type === 'ready') {
        draw()
        stopWatching()
        stopWatching = watchTheme(element, draw)
      } else if (message?.type === 'drawn')
        setState((now) => ({ ...now, step: 'drawn', title: message.title }))
      else if (message?.type === 'failed') setState((now) => ({ ...now, step: 'failed' }))
      else if (message?.type === 'size') setState((now) => ({ ...now, height: message.height }))
    }
    addEventListener('message', hear)
    return () => {
      timer.cancel()
      stopWatching()
      removeEventListener('message', hear)
    }
  }, [frame, source, isWanted, clock])

  return state
}
