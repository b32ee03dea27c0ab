'use client'

import type { SkillItem, SkillStatus } from '@threadwork/core'
import type { ReactNode } from 'react'
import { Mark, type MarkTone } from '../icon/Mark.tsx'
import { LateOutput } from '../result/LateOutput.tsx'
import { useResults } from '../result/ResultsProvider.tsx'
import { englishSkill } from '../strings/skill.ts'
import { englishTime } from '../strings/time.ts'
import { useWords } from '../strings/useWords.ts'

export interface SkillCardProps {
  readonly item: SkillItem
  /** Offers "Retry" on a failed skill. Leave it out where the backend cannot. */
  readonly onRetry?: ((item: SkillItem) => void) | undefined
  /** What the skill made, drawn by the host instead of what its `ResultsProvider` fetches. The wire tells no result. */
  readonly children?: ReactNode
}

const tones: Readonly<Record<SkillStatus, MarkTone>> = {
  running: 'run',
  completed: 'ok',
  failed: 'bad',
  unknown: 'wait',
}

/** The span between the server's own two times; a client clock has no say in it. */
const Elapsed = ({ item }: { readonly item: SkillItem }): ReactNode => {
  const time = useWords('time', englishTime)
  if (item.startedAt === null || item.endedAt === null) return null
  return <span className="twk-skill__time">{time.duration(item.endedAt - item.startedAt)}</span>
}

/** One use of a skill, updated in place. */
export const SkillCard = ({ item, onRetry, children }: SkillCardProps): ReactNode => {
  const strings = useWords('skill', englishSkill)
  const results = useResults()
  const { status } = item
  const fetched = results && status === 'completed' ? <LateOutput item={item} results={results} /> : null
  const result = children ?? fetched
  return (
    <article
      className="twk-skill"
      part="card"
      data-twk-kind="skill"
      data-twk-id={item.id}
      data-twk-status={status}
      aria-label={strings.label(item.skillName, status)}
    >
      <div className="twk-skill__row">
        <Mark tone={tones[status]} />
        <div className="twk-skill__text">
          <bdi className={status === 'running' ? 'twk-skill__name twk-shimmer' : 'twk-skill__name'}>
            {item.skillName}
          </bdi>{' '}
          {item.skillId !== null && (
            <span className="twk-skill__id" title={strings.skillId}>
              {item.skillId}
            </span>
          )}
          <span className="twk-visually-hidden">{strings[status]}</span>
          {status === 'failed' && <div className="twk-error">{item.error ?? strings.failed}</div>}
          {status === 'unknown' && <div className="twk-hint">{strings.unknownNote}</div>}
        </div>
        <Elapsed item={item} />
        {status === 'failed' && onRetry && (
          <button type="button" className="twk-button" data-variant="quiet" onClick={() => onRetry(item)}>
            {strings.retry}
          </button>
        )}
      </div>
      {result !== null && <div className="twk-skill__result">{result}</div>}
    </article>
  )
}
