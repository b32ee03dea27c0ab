'use client'

import type { Item, Link, Phase } from '@threadwork/core'
import { Suspense, useEffect, useState, type ReactElement } from 'react'
import { lateComponent, type LateComponent } from '../base/late-component.ts'
import { useHydrated } from '../clock/useHydrated.ts'
import type { SpeechProps } from './Speech.tsx'

const lateSpeech: LateComponent<SpeechProps> = lateComponent(
  async () => (await import('./Speech.tsx')).Speech,
)

export interface AnnouncerProps {
  readonly items: readonly Item[]
  /** False while the first read is under way: what it brings is not news. */
  readonly isReady: boolean
  readonly phase?: Phase
  readonly link?: Link
  /** The person stopped listening. */
  readonly isStopped?: boolean
  /** Who the agent's messages are from. */
  readonly agentName?: string | undefined
}

/**
 * Says to a screen reader what a person who looks would see: each finished message once, a sentence for each card, a
 * lost and a regained link. What needs the person and what failed comes first. Nothing is said of what was there before.
 */
export const Announcer = (props: AnnouncerProps): ReactElement | null => {
  const { items, isReady } = props
  const isHydrated = useHydrated()
  const [Speech] = useState(() => lateSpeech.take())
  const [known, setKnown] = useState({ isReady, baseline: isReady ? items : null })
  if (known.isReady !== isReady) setKnown({ isReady, baseline: isReady ? items : null })
  // Behind the first paint; it knows what was there when the conversation was ready, so it may come later.
  useEffect(() => {
    void lateSpeech.preload()
  }, [])
  // A server has nobody to speak to, and what it drew is no news.
  if (!isHydrated) return null
  return (
    <Suspense>
      <Speech
        items={items}
        baseline={known.baseline}
        phase={props.phase ?? 'idle'}
        link={props.link ?? 'live'}
        isStopped={props.isStopped ?? false}
        agentName={props.agentName}
      />
    </Suspense>
  )
}
