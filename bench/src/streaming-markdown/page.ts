import '@threadwork/react/highlight.css'
import '@threadwork/react/styles.css'
import { sampleText } from './sample-text.ts'
import { ready, subjects, type Subject, type SubjectName } from './subjects.ts'

/** How one run went, apart from its CPU, which is counted from outside. */
export interface Tally {
  /** Tasks of more than 50 ms. */
  readonly longTasks: number
  /** Frames that came more than 34 ms after the one before. */
  readonly frameGaps: number
}

export interface Run {
  readonly subject: SubjectName
  readonly length: number
  /** So many messages stream side by side. */
  readonly messages: number
}

declare global {
  interface Window {
    stream(run: Run): Promise<Tally>
    /** Given from outside: called at each eighth of the way, and awaited. */
    passEighth(index: number): Promise<void>
  }
}

const pieceLength = 20
const pieceEvery = 4

interface Cell {
  readonly text: string
  readonly subject: Subject
  readonly element: HTMLElement
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

const cellsOf = ({ subject, length, messages }: Run): readonly Cell[] =>
  Array.from({ length: messages }, (_, index) => {
    const element = document.createElement('div')
    element.className = 'cell'
    const host = element.appendChild(document.createElement('div'))
    document.body.append(element)
    return { text: sampleText(length, index + 1), subject: subjects[subject](host), element }
  })

/** Follows the end as a thread does, and counts the frames that came late. */
const followEnd = (cells: readonly Cell[]): { stop(): number } => {
  let gaps = 0
  let isStopped = false
  let last = performance.now()
  const onFrame = (now: number): void => {
    if (isStopped) return
    if (now - last > 34) gaps += 1
    last = now
    for (const { element } of cells) element.scrollTop = element.scrollHeight
    requestAnimationFrame(onFrame)
  }
  requestAnimationFrame(onFrame)
  return {
    stop: () => {
      isStopped = true
      return gaps
    },
  }
}

/** Sends what is due by the clock each 4 ms and shows it once a frame, from one offset to the next. */
const streamBetween = async (cells: readonly Cell[], from: number, to: number): Promise<void> => {
  const started = performance.now()
  let arrived = from
  let isShowing = false
  const show = (): void => {
    isShowing = false
    for (const { subject, text } of cells) subject.show(text.slice(0, arrived))
  }
  while (arrived < to) {
    await pause(pieceEvery)
    const pieces = Math.floor((performance.now() - started) / pieceEvery)
    arrived = Math.min(to, from + pieces * pieceLength)
    if (!isShowing) requestAnimationFrame(show)
    isShowing = true
  }
  await nextFrame()
}

const streamAll = async (run: Run): Promise<number> => {
  const cells = cellsOf(run)
  const frames = followEnd(cells)
  await window.passEighth(0)
  for (let eighth = 0; eighth < 8; eighth += 1) {
    const at = (index: number): number => Math.round((run.length * index) / 8)
    await streamBetween(cells, at(eighth), at(eighth + 1))
    await window.passEighth(eighth + 1)
  }
  for (const { subject, text } of cells) subject.end(text)
  await nextFrame()
  const gaps = frames.stop()
  for (const { subject, element } of cells) {
    subject.unmount()
    element.remove()
  }
  return gaps
}

window.stream = async (run) => {
  await ready()
  const longTasks: PerformanceEntry[] = []
  const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries()))
  observer.observe({ type: 'longtask' })
  const frameGaps = await streamAll(run)
  observer.disconnect()
  return { longTasks: longTasks.length, frameGaps }
}
