'use client'

import type { Item } from '@threadwork/core'
import { createElement, Suspense, type ReactNode } from 'react'
import { Boundary } from '../base/Boundary.tsx'
import { englishRenderer } from '../strings/renderer.ts'
import { useWords } from '../strings/useWords.ts'
import type { ThreadActions } from '../thread/thread-actions.ts'
import { rendererFor } from './renderer-for.ts'
import { useRenderers } from './RenderersProvider.tsx'

export interface ItemSlotProps {
  readonly item: Item
  readonly actions?: ThreadActions
  /** The kit's own drawing. */
  readonly children: ReactNode
}

const noActions: ThreadActions = {}

/**
 * Draws the host's component for an item where there is one, else `children`. While the host's has yet to load,
 * and when it throws, `children` stand in for it; it is tried again when the item's state changes.
 */
export const ItemSlot = ({ item, actions = noActions, children }: ItemSlotProps): ReactNode => {
  const renderer = rendererFor(useRenderers(), item)
  const { broken } = useWords('renderer', englishRenderer)
  if (!renderer) return children
  const standIn = (
    <>
      <p className="twk-hint">{broken}</p>
      {children}
    </>
  )
  return (
    <Boundary fallback={standIn} attempt={item.kind === 'notice' ? item.notice : item.status}>
      <Suspense fallback={children}>{createElement(renderer, { item, actions }, children)}</Suspense>
    </Boundary>
  )
}
