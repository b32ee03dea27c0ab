'use client'

import type { SkillItem } from '@threadwork/core'
import { useId, type ReactNode } from 'react'
import { ItemSlot } from '../renderers/ItemSlot.tsx'
import { englishSkill, type SkillCounts } from '../strings/skill.ts'
import { useWords } from '../strings/useWords.ts'
import type { ThreadActions } from '../thread/thread-actions.ts'
import { SkillCard } from './SkillCard.tsx'

export interface SkillGroupProps {
  /** Skills that follow one another in the thread, in its order. */
  readonly items: readonly SkillItem[]
  readonly onRetry?: ((item: SkillItem) => void) | undefined
  /** Told to a host's own renderers. */
  readonly actions?: ThreadActions
}

const countsOf = (items: readonly SkillItem[]): SkillCounts => {
  const count = (status: SkillItem['status']): number => items.filter((item) => item.status === status).length
  return {
    done: count('completed'),
    running: count('running'),
    failed: count('failed'),
    unknown: count('unknown'),
  }
}

/** Consecutive skills under one heading. Its cards stay the same elements while others join. */
export const SkillGroup = ({ items, onRetry, actions }: SkillGroupProps): ReactNode => {
  const strings = useWords('skill', englishSkill)
  const headingId = useId()
  return (
    <div className="twk-group twk-skills" role="group" aria-labelledby={headingId}>
      <h3 className="twk-group__heading" id={headingId}>
        <span>{strings.count(items.length)}</span>
        <span>{strings.progress(countsOf(items))}</span>
      </h3>
      {items.map((item) => (
        <ItemSlot key={item.key} item={item} {...(actions ? { actions } : {})}>
          <SkillCard item={item} onRetry={onRetry} />
        </ItemSlot>
      ))}
    </div>
  )
}
