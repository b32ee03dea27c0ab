import type { ApprovalItem, Item } from '@threadwork/core'
import { createContext, useContext, useState, useSyncExternalStore, type Context } from 'react'
import { createCardMemory, type CardMemory, type CardState } from './card-memory.ts'

/** Brings an item's row into view by the item's key, drawing it where it is not drawn. */
export type ScrollToItem = (key: string) => void

/** What the approvals of one conversation share: the cards in the thread, and the tray beside it. */
export interface ApprovalDesk {
  /** A tray walks through what is open, or would: nothing else has to count `open` approvals. */
  isWalked(open: number): boolean
  /** Whether the tray stands. */
  setWalked(isWalked: boolean): void
  memoryOf(item: Pick<ApprovalItem, 'callId' | 'parameters'>): CardMemory
  /** Calls back when the state of any card changes; returns the way to stop. */
  subscribe(listener: () => void): () => void
  /** Grows with each of these changes. */
  version(): number
  /** Of the approvals of one skill in the conversation, the how-manieth this is, from 1. */
  ordinalOf(item: ApprovalItem): number
  /** The conversation as it is now. Read when a card is drawn, never listened to. */
  setItems(items: readonly Item[]): void
  /** How the thread goes to an item; `null` when it is gone. */
  setScroll(scroll: ScrollToItem | null): void
  readonly scrollTo: ScrollToItem
}

interface Kept {
  readonly parameters: ApprovalItem['parameters']
  readonly memory: CardMemory
}

export const createApprovalDesk = (hasTray = false): ApprovalDesk => {
  const kept = new Map<string, Kept>()
  const listeners = new Set<() => void>()
  let version = 0
  let isTrayOn = false
  let items: readonly Item[] = []
  let scroll: ScrollToItem | null = null

  const noteChange = (): void => {
    version += 1
    for (const listener of listeners) listener()
  }
  return {
    isWalked: (open) => hasTray && (open > 1 || isTrayOn),
    setWalked(isWalked) {
      isTrayOn = isWalked
    },
    memoryOf({ callId, parameters }) {
      const known = kept.get(callId)
      // Seen values are those of one list of parameters, never of another one under the same name.
      if (known?.parameters === parameters) return known.memory
      const memory = createCardMemory()
      memory.subscribe(noteChange)
      kept.set(callId, { parameters, memory })
      return memory
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    version: () => version,
    ordinalOf({ id, skillName }) {
      let ordinal = 1
      for (const item of items) {
        if (item.id === id) break
        if (item.kind === 'approval' && item.skillName === skillName) ordinal += 1
      }
      return ordinal
    },
    setItems(next) {
      items = next
    },
    setScroll(next) {
      scroll = next
    },
    scrollTo: (key) => scroll?.(key),
  }
}

const DeskContext: Context<ApprovalDesk | null> = createContext<ApprovalDesk | null>(null)

/** `<ApprovalDeskProvider value={desk}>` around a thread and what stands beside it. */
export const ApprovalDeskProvider: Context<ApprovalDesk | null> = DeskContext

/** The desk in use here; `null` for a card that stands alone. */
export const useApprovalDesk = (): ApprovalDesk | null => useContext(DeskContext)

/** What is remembered of a card: by the desk, or, for a card that stands alone, by itself. */
export const useCardMemory = (item: ApprovalItem): CardMemory => {
  const desk = useApprovalDesk()
  const [own] = useState(createApprovalDesk)
  return (desk ?? own).memoryOf(item)
}

export const useCardState = (memory: CardMemory): CardState =>
  useSyncExternalStore(
    (listener) => memory.subscribe(listener),
    () => memory.getState(),
    () => memory.getState(),
  )

/** Draws anew whenever the state of any card of the desk changes. */
export const useDeskChanges = (desk: ApprovalDesk): number =>
  useSyncExternalStore(
    (listener) => desk.subscribe(listener),
    () => desk.version(),
    () => desk.version(),
  )
