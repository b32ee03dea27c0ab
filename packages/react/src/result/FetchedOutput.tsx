import type { SkillItem } from '@threadwork/core'
import {
  useCallback,
  useEffect,
  useRef,
  useSyncExternalStore,
  type ReactElement,
  type RefObject,
} from 'react'
import { englishResult } from '../strings/result.ts'
import { useWords } from '../strings/useWords.ts'
import type { OutputState } from './output-store.ts'
import type { Results } from './ResultsProvider.tsx'
import { SkillOutput } from './SkillOutput.tsx'

export interface FetchedOutputProps {
  readonly item: SkillItem
  readonly results: Results
}

// A long history asks for nothing that nobody looks at.
const useSeen = (onSeen: () => void): RefObject<HTMLDivElement | null> => {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!element.current) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onSeen()
      },
      { rootMargin: '200px' },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [onSeen])
  return element
}

/** What the host fetches for a skill, once its card comes into view. */
export const FetchedOutput = ({ item, results }: FetchedOutputProps): ReactElement => {
  const { outputs, chart } = results
  const state = useSyncExternalStore(
    (listener) => outputs.subscribe(listener),
    () => outputs.read(item),
    () => outputs.read(item),
  )
  const latest = useRef(item)
  useEffect(() => {
    latest.current = item
  })
  const handleSeen = useCallback(() => outputs.load(latest.current), [outputs])
  const element = useSeen(handleSeen)
  return (
    <div ref={element}>
      <Output state={state} item={item} chart={chart} onRetry={() => outputs.retry(item)} />
    </div>
  )
}

interface OutputProps {
  readonly state: OutputState
  readonly item: SkillItem
  readonly chart: Results['chart']
  readonly onRetry: () => void
}

const Output = ({ state, item, chart, onRetry }: OutputProps): ReactElement => {
  const strings = useWords('result', englishResult)
  switch (state.status) {
    case 'waiting':
    case 'loading':
      return <p className="twk-hint twk-shimmer">{strings.loading}</p>
    case 'failed':
      return (
        <p className="twk-error">
          {strings.failed(state.message)}{' '}
          <button type="button" className="twk-text-button" onClick={onRetry}>
            {strings.retry}
          </button>
        </p>
      )
    case 'ready':
      return <SkillOutput data={state.data} label={strings.label(item.skillName)} chart={chart} />
  }
}
