'use client'

import type { Link, Phase } from '@threadwork/core'
import type { ReactNode } from 'react'
import { englishStatus } from '../strings/status.ts'
import { useWords } from '../strings/useWords.ts'

export interface StatusPillProps {
  readonly phase: Phase
  /** How the conversation is heard of. Anything but `live` is told, because the phase may then be old. */
  readonly link?: Link
  /** False where something else says what is news, such as a thread's announcer: then a change of it is not heard. */
  readonly isLive?: boolean
}

type Tone = 'calm' | 'run' | 'ask' | 'bad'

const tones: Readonly<Record<Phase, Tone>> = {
  idle: 'calm',
  sending: 'run',
  'ai-running': 'run',
  'skill-running': 'run',
  'awaiting-approval': 'ask',
  'awaiting-connection': 'ask',
  'awaiting-input': 'ask',
  failed: 'bad',
}

/** The one answer to "what is going on", as a few words that a screen reader hears when they change. */
export const StatusPill = ({ phase, link = 'live', isLive = true }: StatusPillProps): ReactNode => {
  const strings = useWords('status', englishStatus)
  const tone = link === 'live' ? tones[phase] : link === 'recovering' ? 'run' : 'bad'
  return (
    <div
      className="twk-status"
      part="status"
      role="status"
      aria-label={strings.label}
      aria-live={isLive ? undefined : 'off'}
      data-twk-phase={phase}
      data-twk-link={link}
      data-tone={tone}
    >
      <span className="twk-status__dot" aria-hidden="true" />
      {link === 'live' ? strings.phases[phase] : strings.links[link]}
    </div>
  )
}
