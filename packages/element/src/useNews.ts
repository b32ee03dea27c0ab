import type { Session } from '@threadwork/core'
import { useEffect, useMemo } from 'react'
import type { Emit } from './chat-events.ts'
import { newsOf, nothingTold, type News, type Told } from './news.ts'

const tell = (news: News, session: Session, emit: Emit): void => {
  switch (news.type) {
    case 'ready':
      return emit('threadwork-ready', { conversationId: session.conversationId })
    case 'message':
      return emit('threadwork-message', { item: news.item })
    case 'needs-you':
      return emit('threadwork-needs-you', { count: news.items.length, items: news.items })
    case 'phase':
      return emit('threadwork-phase', { phase: news.phase, link: news.link })
  }
}

/** Tells the page what is new in a conversation. */
export const useNews = (session: Session, emit: Emit): void => {
  useEffect(() => {
    let told: Told = nothingTold
    const look = () => {
      const [next, news] = newsOf(told, session.getState())
      told = next
      for (const each of news) tell(each, session, emit)
    }
    look()
    return session.subscribe(look)
  }, [session, emit])
}

/** The session, telling the page what the person does. */
export const useToldSession = (session: Session, emit: Emit): Session =>
  useMemo(
    () => ({
      ...session,
      send: (...given) => {
        const intentId = session.send(...given)
        emit('threadwork-sent', { text: given[0], intentId })
        return intentId
      },
      decide: (...given) => {
        const intentId = session.decide(...given)
        emit('threadwork-decided', { callId: given[0], resolution: given[1] })
        return intentId
      },
    }),
    [session, emit],
  )
