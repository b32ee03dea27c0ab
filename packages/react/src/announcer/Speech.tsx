import type { Item, Link, Phase } from '@threadwork/core'
import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react'
import { isBehind } from '../base/tree.ts'
import { useClock } from '../clock/ClockProvider.tsx'
import { englishAnnouncement } from '../strings/announcement.ts'
import { englishMessageText } from '../strings/message-text.ts'
import { useWords } from '../strings/useWords.ts'
import { createItemNews } from './item-news.ts'
import { wordsOf, type Speaker } from './sentences.ts'
import { enqueue, hearLink, hearPhase, type Urgency } from './speech-queue.ts'
import { createVoice, type Voice } from './voice.ts'

export interface SpeechProps {
  readonly items: readonly Item[]
  /** What stood there when the conversation was first read; `null` until then. It is not news. */
  readonly baseline: readonly Item[] | null
  readonly phase: Phase
  readonly link: Link
  readonly isStopped: boolean
  readonly agentName: string | undefined
}

interface Line {
  readonly id: number
  readonly urgency: Urgency
  readonly text: string
}

/** Milliseconds after which a sentence leaves the page, where it would be read a second time. */
const staleAfter = 10_000

/** Where nobody would hear it: another tab is in front, or a dialog that makes the rest of the page inert. */
const isAudible = (region: HTMLElement | null): boolean => {
  return (
    document.visibilityState === 'visible' &&
    region?.closest('[inert]') === null &&
    !isBehind(region, 'dialog:modal')
  )
}

const useVoice = (region: RefObject<HTMLElement | null>, { strings, agent }: Speaker) => {
  const clock = useClock()
  const [voice] = useState(() => createVoice(clock))
  const [line, setLine] = useState<Line | null>(null)
  useEffect(
    () =>
      voice.attach({
        isAudible: () => isAudible(region.current),
        say: (utterance) => {
          const text = wordsOf(utterance, { strings, agent })
          setLine((last) => ({ id: (last?.id ?? 0) + 1, urgency: utterance.urgency, text }))
          return text.length
        },
      }),
    [voice, region, strings, agent],
  )
  useEffect(() => {
    if (line === null || line.text === '') return undefined
    const timer = clock.after(staleAfter, () => setLine({ ...line, text: '' }))
    return () => timer.cancel()
  }, [line, clock])
  useEffect(() => {
    document.addEventListener('visibilitychange', voice.wake)
    // It does not bubble, but it can be caught on its way down to a dialog.
    document.addEventListener('close', voice.wake, true)
    return () => {
      document.removeEventListener('visibilitychange', voice.wake)
      document.removeEventListener('close', voice.wake, true)
    }
  }, [voice])
  return { voice, line }
}

const useNews = (voice: Voice, { items, baseline, phase, link, isStopped }: SpeechProps): void => {
  const [news] = useState(createItemNews)
  const lastPhase = useRef(phase)
  const isHeard = baseline !== null
  // Before the others: what they tell of was known then.
  useEffect(() => {
    if (baseline !== null) news.take(baseline)
  }, [baseline, news])
  useEffect(() => {
    if (isHeard) voice.change((queue, now) => enqueue(queue, news.since(items), now))
  }, [isHeard, items, news, voice])
  useEffect(() => {
    const before = lastPhase.current
    lastPhase.current = phase
    if (isHeard) voice.change((queue, now) => hearPhase(queue, before, phase, now))
  }, [isHeard, phase, voice])
  useEffect(() => {
    if (isHeard) voice.change((queue, now) => hearLink(queue, link, now))
  }, [isHeard, link, voice])
  useEffect(() => {
    const news = [{ topic: 'stopped', moment: isStopped ? ({ type: 'stopped' } as const) : null }]
    if (isHeard) voice.change((queue, now) => enqueue(queue, news, now))
  }, [isHeard, isStopped, voice])
}

const Region = ({
  urgency,
  line,
}: {
  readonly urgency: Urgency
  readonly line: Line | null
}): ReactElement => (
  <div aria-live={urgency} aria-relevant="additions" data-urgency={urgency}>
    {line?.urgency === urgency && line.text !== '' && <p key={line.id}>{line.text}</p>}
  </div>
)

/** The two live regions of a thread, and what is said in them. A new element for each sentence: the same words twice are heard twice. */
export const Speech = (props: SpeechProps): ReactElement => {
  const strings = useWords('announcement', englishAnnouncement)
  const { assistant } = useWords('message', englishMessageText)
  const region = useRef<HTMLDivElement>(null)
  const agent = props.agentName ?? assistant
  const { voice, line } = useVoice(region, { strings, agent })
  useNews(voice, props)
  return (
    <div ref={region} className="twk-visually-hidden twk-announcer">
      <Region urgency="assertive" line={line} />
      <Region urgency="polite" line={line} />
    </div>
  )
}
