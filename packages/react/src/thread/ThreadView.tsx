import type { Item, Phase } from '@threadwork/core'
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type ReactElement } from 'react'
import { Announcer } from '../announcer/Announcer.tsx'
import { ApprovalDeskScope } from '../approval/ApprovalDeskScope.tsx'
import { useHydrated } from '../clock/useHydrated.ts'
import { englishThread } from '../strings/thread.ts'
import { englishTranscriptWay } from '../strings/transcript-way.ts'
import { useWords } from '../strings/useWords.ts'
import { ReplyDeskProvider } from '../message/reply-desk.ts'
import { lendSeam } from '../keys/thread-seam.ts'
import { Transcript } from '../transcript/LateTranscript.tsx'
import { TypingIndicator } from '../typing/TypingIndicator.tsx'
import { OlderRows } from './OlderRows.tsx'
import { createPageRows } from './page-rows.ts'
import { preloadCards } from './preload-thread.ts'
import { createScrollDriver, type ScrollDriver } from './scroll-driver.ts'
import type { ThreadActions } from './thread-actions.ts'
import type { ThreadLook, ThreadState } from './thread-look.ts'
import { createThreadRows } from './thread-rows.ts'
import { SearchHint } from './SearchHint.tsx'
import { ThreadBanner } from './ThreadBanner.tsx'
import { ThreadRows } from './ThreadRows.tsx'
import { ThreadStart } from './ThreadStart.tsx'
import { ThreadTools } from './ThreadTools.tsx'
import { isOwnNew } from './unread.ts'
import { useReplies } from './useReplies.ts'
import { useUnread } from './useUnread.ts'

export interface ThreadViewProps extends ThreadLook {
  readonly state: ThreadState
  readonly actions: ThreadActions
  readonly onRetry: (() => void) | undefined
}

const none: readonly string[] = []

const isWorking = (phase: Phase): boolean => phase === 'ai-running' || phase === 'skill-running'

const createParts = () => {
  const driver = createScrollDriver()
  return { driver, page: createPageRows(driver), rowsOf: createThreadRows() }
}

/** Ties the driver to the elements, and takes the reader along when they send something. */
const useScrolling = (driver: ScrollDriver, items: readonly Item[]) => {
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const last = items.at(-1)
  const own = last && isOwnNew(last) ? last.key : null
  useLayoutEffect(() => {
    if (!scroller.current || !content.current) return undefined
    return driver.attach({ scroller: scroller.current, content: content.current })
  }, [driver])
  useLayoutEffect(() => {
    if (own !== null) driver.jumpToEnd()
  }, [own, driver])
  const isAway = useSyncExternalStore(driver.subscribe, driver.isAway, driver.isAway)
  return { scroller, content, isAway }
}

/** A thread as it stands on the page. */
export const ThreadView = (props: ThreadViewProps): ReactElement => {
  const { state, actions } = props
  const strings = useWords('thread', englishThread)
  const [{ driver, page, rowsOf }] = useState(createParts)
  // The conversation as it stood when its transcript was opened: what is read, searched and printed stands still.
  const [transcript, setTranscript] = useState<readonly Item[] | null>(null)
  const isHydrated = useHydrated()
  const list = rowsOf(state.items, isHydrated ? 'own' : 'utc')
  const isTyping = isWorking(state.phase) && !state.isStopped
  const { scroller, content, isAway } = useScrolling(driver, state.items)
  const unread = useUnread(state.items, driver)
  const replies = useReplies(state, actions)
  useEffect(
    () =>
      scroller.current ? lendSeam(scroller.current, { show: page.show, toEnd: driver.jumpToEnd }) : undefined,
    [scroller, page, driver],
  )
  // Behind the first paint, so that nothing has to be waited for when it is needed.
  useEffect(() => {
    void preloadCards()
  }, [])

  return (
    <div className="twk-thread">
      <div
        ref={scroller}
        className="twk-thread__scroller"
        part="thread"
        role="log"
        aria-label={strings.label}
        aria-live="off"
        aria-busy={state.history === 'loading'}
        tabIndex={0}
        data-twk-region="thread"
      >
        <div ref={content} className="twk-thread__column">
          <ApprovalDeskScope items={state.items} onScroll={page.show}>
            <ReplyDeskProvider value={replies}>
              <ThreadRows
                list={list}
                page={page}
                phase={state.phase}
                unread={unread}
                actions={actions}
                onEscalate={props.onEscalate}
                onDiscard={props.onDiscard}
                agentName={props.agentName}
                head={<ThreadHead {...props} onTranscript={() => setTranscript(state.items)} />}
              />
            </ReplyDeskProvider>
          </ApprovalDeskScope>
          {isTyping && <TypingIndicator />}
        </div>
      </div>
      <div className="twk-thread__below" data-twk-region="tray">
        <ThreadTools
          waiting={list.waiting}
          isAway={isAway}
          unread={unread.count}
          onJump={driver.jumpToEnd}
          onShow={page.show}
        />
        <SearchHint isPartial={page.isVirtual} onTranscript={() => setTranscript(state.items)} />
        <ThreadBanner
          link={state.link}
          recovery={state.recovery}
          isStopped={state.isStopped}
          onRetry={props.onRetry}
        />
      </div>
      {transcript && (
        <Transcript items={transcript} agentName={props.agentName} onClose={() => setTranscript(null)} />
      )}
      <Announcer
        items={state.items}
        isReady={state.history === 'ready'}
        phase={state.phase}
        link={state.link}
        isStopped={state.isStopped}
        agentName={props.agentName}
      />
    </div>
  )
}

interface ThreadHeadProps extends ThreadViewProps {
  readonly onTranscript: () => void
}

const ThreadHead = ({ state, ...props }: ThreadHeadProps): ReactElement => {
  const strings = useWords('transcript', englishTranscriptWay)
  const first = state.items[0]
  return (
    <>
      {first && (
        <p className="twk-thread__top">
          <button type="button" className="twk-text-button" title={strings.hint} onClick={props.onTranscript}>
            {strings.title}
          </button>
        </p>
      )}
      {props.hasOlder && props.onOlder && first && <OlderRows onOlder={props.onOlder} firstKey={first.key} />}
      <ThreadStart
        history={state.history}
        problem={state.problem}
        isEmpty={state.items.length === 0}
        onRetry={props.onRetry}
        suggestions={props.suggestions ?? none}
        onSuggest={props.onSuggest}
        empty={props.empty}
      />
    </>
  )
}
