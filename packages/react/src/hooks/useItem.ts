'use client'

import type { Item, Link, Phase, SessionState } from '@threadwork/core'
import { useCallback } from 'react'
import { useConversation } from './useConversation.ts'

const phaseOfState = (state: SessionState): Phase => state.phase
const linkOfState = (state: SessionState): Link => state.link

/** One item by its `id`, `null` while there is none. Other items' changes do not render the caller. */
export const useItem = (id: string): Item | null =>
  useConversation(
    useCallback((state: SessionState) => state.items.find((item) => item.id === id) ?? null, [id]),
  )

/** The one derived answer to "what is going on". */
export const usePhase = (): Phase => useConversation(phaseOfState)

/** How the session hears of the conversation just now. */
export const useLink = (): Link => useConversation(linkOfState)
