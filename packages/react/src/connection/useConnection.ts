import type { AttemptId, AuthLink, ConnectionItem } from '@threadwork/core'
import { useEffect, useState } from 'react'
import { judgeLink, type LinkVerdict } from '../policy/judge-link.ts'
import { useOriginPolicy } from '../policy/OriginPolicy.tsx'
import { englishConnection } from '../strings/connection.ts'
import { useWords } from '../strings/useWords.ts'
import { readNote, writeNote, type ConnectionNotes } from './connection-note.ts'
import { connectionStateOf, type ConnectionState } from './connection-state.ts'
import { useLinkLife } from './useLinkLife.ts'
import { useOpenedWindow } from './useOpenedWindow.ts'
import { useRenewal, type RenewalStatus } from './useRenewal.ts'
import { useSeenAt } from './useSeenAt.ts'

export interface ConnectionOptions {
  readonly item: ConnectionItem
  readonly notes: ConnectionNotes | undefined
  readonly onOpen: ((attemptId: AttemptId) => void) | undefined
  readonly onRenew: ((attemptId: AttemptId) => Promise<AuthLink | null>) | undefined
}

/** A waiting connection, and what the person can do about it. */
export interface Connection {
  readonly state: ConnectionState
  /** Milliseconds that the link is good for; `null` where nobody knows. */
  readonly life: number | null
  readonly renewal: RenewalStatus
  /** Opens the link's page. Call it in the click itself: later, a browser blocks it. */
  readonly connect: () => void
  readonly renew: () => void
  /** The person followed the link by other means: watch as if a window had been opened. */
  readonly follow: () => void
  /** Opens a window in the click, and leads it to a fresh link when that comes. */
  readonly tryAgain: () => void
}

const urlOf = (verdict: LinkVerdict | null): string | null =>
  verdict?.type === 'trusted' ? verdict.url : null

/** Puts together what is known of a connection attempt on this page. */
export const useConnection = ({ item, notes, onOpen, onRenew }: ConnectionOptions): Connection => {
  const policy = useOriginPolicy()
  const strings = useWords('connection', englishConnection)
  const { link, attemptId } = item
  const [noted] = useState(() => readNote(notes))
  const [isTriedAgain, setIsTriedAgain] = useState(false)
  const seenAt = useSeenAt(link, noted)
  const life = useLinkLife({ link, announcedAt: item.at, seenAt })
  const openedBefore = noted?.wasOpened ? noted.url : null
  const opened = useOpenedWindow(openedBefore)
  const renewal = useRenewal(link, () => onRenew?.(attemptId) ?? Promise.resolve(null))
  const verdict = link ? judgeLink(link.url, policy) : null
  const openUrl = opened.state.type === 'open' ? opened.state.url : null

  useEffect(() => {
    if (!link) return
    const wasOpened = openUrl !== null && openUrl === urlOf(judgeLink(link.url, policy))
    writeNote(notes, { url: link.url, toldAt: link.toldAt ?? null, seenAt, wasOpened })
  }, [notes, link, seenAt, openUrl, policy])
  // A window that was open before a reload is watched as closely as one that was just opened.
  useEffect(() => {
    if (openedBefore !== null) onOpen?.(attemptId)
  }, [openedBefore, onOpen, attemptId])

  const lead = (url: string): void => {
    opened.lead(url)
    setIsTriedAgain(true)
    onOpen?.(attemptId)
  }
  const leadToFresh = (fresh: AuthLink | null): void => {
    const standing = life === 0 || item.status === 'failed' ? null : urlOf(verdict)
    const url = fresh ? urlOf(judgeLink(fresh.url, policy)) : standing
    if (url === null) opened.giveUp()
    else lead(url)
  }
  const connect = (): void => {
    const url = urlOf(verdict)
    if (url === null || !opened.open(strings.opening)) return
    // A link that is being replaced may not work any more by the time that its page has loaded.
    if (renewal.status === 'busy') void renewal.start().then(leadToFresh)
    else lead(url)
  }
  const tryAgain = (): void => {
    const isOpen = opened.open(strings.opening)
    if (!isOpen) setIsTriedAgain(true)
    void renewal.start().then((fresh) => {
      if (isOpen) leadToFresh(fresh)
    })
  }
  const situation = { status: item.status, link, verdict, life, window: opened.state, isTriedAgain }
  return {
    state: connectionStateOf(situation),
    life,
    renewal: renewal.status,
    connect,
    renew: () => void renewal.start(),
    follow: () => {
      const url = urlOf(verdict)
      if (url !== null) lead(url)
    },
    tryAgain,
  }
}
