import type { ApprovalItem } from '@threadwork/core'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { ApprovalDesk } from './approval-desk.ts'
import { stepThrough } from './open-approvals.ts'
import { showCard } from './show-card.ts'

export interface ApprovalWalk {
  /** The place of the card that the person is at, from 0; -1 before the first step. */
  readonly at: number
  readonly go: (by: 1 | -1) => void
}

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const idOfCard = (target: EventTarget | null): string | null =>
  target instanceof Element
    ? (target.closest<HTMLElement>('[data-twk-kind="approval"]')?.dataset['twkId'] ?? null)
    : null

/** Walks through the open approvals of the chat around `inside`: by `go`, and by Alt and an arrow key on the tray or on a card. */
export const useApprovalWalk = (
  desk: ApprovalDesk,
  open: readonly ApprovalItem[],
  inside: RefObject<HTMLElement | null>,
): ApprovalWalk => {
  const [current, setCurrent] = useState<string | null>(null)
  const last = useRef(0)
  const ids = open.map(({ id }) => id)
  const at = current === null ? -1 : ids.indexOf(current)

  const go = (by: 1 | -1): void => {
    const next = open[stepThrough(ids, current, last.current, by)]
    if (!next) return
    setCurrent(next.id)
    showCard(desk, rootOf(inside.current), next)
  }
  const walk = useRef(go)
  useEffect(() => {
    walk.current = go
    if (at >= 0) last.current = at
  })

  useEffect(() => {
    const root = rootOf(inside.current)
    const handleFocus = ({ target }: Event): void => {
      const id = idOfCard(target)
      if (id !== null) setCurrent(id)
    }
    const handleKey = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || !event.altKey || event.ctrlKey || event.metaKey) return
      if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || writes(event.target)) return
      const isHere = event.target instanceof Node && inside.current?.contains(event.target) === true
      if (!isHere && idOfCard(event.target) === null) return
      event.preventDefault()
      walk.current(event.key === 'ArrowDown' ? 1 : -1)
    }
    root.addEventListener('focusin', handleFocus)
    root.addEventListener('keydown', handleKey)
    return () => {
      root.removeEventListener('focusin', handleFocus)
      root.removeEventListener('keydown', handleKey)
    }
  }, [inside])

  return { at, go }
}

const rootOf = (element: HTMLElement | null): HTMLElement =>
  element?.closest<HTMLElement>('.twk-chat') ?? document.body
