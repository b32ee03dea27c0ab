import type { Session } from '@threadwork/core'
import {
  Chat,
  englishLauncher,
  englishThread,
  Icon,
  StringsProvider,
  ThreadworkRoot,
  useChatSession,
  useWords,
  type StringOverrides,
} from '@threadwork/react'
import { useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react'
import type { Emit } from './chat-events.ts'
import type { ChatSettings } from './chat-settings.ts'
import { forgetConversation, openSource, type ChatSource } from './chat-source.ts'
import { reactRenderers } from './dom-renderers.tsx'
import { useNews, useToldSession } from './useNews.ts'
import { directionOf } from './words-for.ts'

export interface ElementChatProps {
  readonly settings: ChatSettings
  readonly emit: Emit
  readonly onSession: (session: Session | null) => void
  /** Offers a button that puts the chat away. */
  readonly onClose: (() => void) | null
}

const noStrings: StringOverrides = {}

type Opened =
  | { readonly type: 'opening' }
  | { readonly type: 'open'; readonly source: ChatSource }
  | { readonly type: 'failed'; readonly problem: string }

const opening: Opened = { type: 'opening' }

const useSource = ({ settings, emit }: ElementChatProps): Opened => {
  const { url, wire, transport, conversationId } = settings
  const [opened, setOpened] = useState<Opened>(opening)
  useEffect(() => {
    let isCurrent = true
    openSource({ url, wire, transport, conversationId }).then(
      (source) => {
        if (!isCurrent) return
        setOpened({ type: 'open', source })
        if (source.isOwn) emit('threadwork-conversation', { conversationId: source.conversationId })
      },
      (cause: unknown) => {
        if (isCurrent) setOpened({ type: 'failed', problem: cause instanceof Error ? cause.message : '' })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [url, wire, transport, conversationId, emit])
  return opened
}

/** A chat as an element's settings describe it: its conversation found or begun, and its news told to the page. */
export const ElementChat = (props: ElementChatProps): ReactElement => {
  const [attempt, setAttempt] = useState(0)
  const { pack, lang } = props.settings
  return (
    <div className="twk-place" lang={lang ?? undefined} dir={directionOf(lang) ?? undefined}>
      <StringsProvider strings={pack ?? noStrings}>
        <Attempt key={attempt} {...props} onAgain={() => setAttempt(attempt + 1)} />
      </StringsProvider>
    </div>
  )
}

interface AttemptProps extends ElementChatProps {
  readonly onAgain: () => void
}

const Attempt = (props: AttemptProps): ReactElement => {
  const opened = useSource(props)
  const { strings, url } = props.settings
  if (opened.type === 'open') {
    const handleGone = () => {
      forgetConversation(url)
      props.onAgain()
    }
    return <OpenChat key={opened.source.key} {...props} source={opened.source} onGone={handleGone} />
  }
  return (
    <ThreadworkRoot className="twk-chat-root">
      <StringsProvider strings={strings}>
        <Waiting problem={opened.type === 'failed' ? opened.problem : null} onRetry={props.onAgain} />
        <CloseButton onClose={props.onClose} />
      </StringsProvider>
    </ThreadworkRoot>
  )
}

interface WaitingProps {
  readonly problem: string | null
  readonly onRetry: () => void
}

const Waiting = ({ problem, onRetry }: WaitingProps): ReactElement => {
  const launcher = useWords('launcher', englishLauncher)
  const thread = useWords('thread', englishThread)
  if (problem === null)
    return (
      <p className="twk-hint twk-element__wait" role="status">
        {launcher.loading}
      </p>
    )
  return (
    <div className="twk-element__wait" role="alert">
      <p>{thread.failed}</p>
      <p className="twk-hint">{problem}</p>
      <button type="button" className="twk-button" data-variant="secondary" onClick={onRetry}>
        {thread.retry}
      </button>
    </div>
  )
}

const CloseButton = ({ onClose }: { readonly onClose: (() => void) | null }): ReactNode => {
  const { close } = useWords('launcher', englishLauncher)
  if (onClose === null) return null
  return (
    <button
      type="button"
      className="twk-button twk-element__close"
      data-variant="quiet"
      aria-label={close}
      onClick={onClose}
    >
      <Icon name="cross" />
    </button>
  )
}

interface OpenChatProps extends ElementChatProps {
  readonly source: ChatSource
  readonly onGone: () => void
}

// A conversation that this page began may be gone when the tab comes back to it: then another begins.
const useGone = (session: Session, { source, onGone }: OpenChatProps): void => {
  useEffect(
    () =>
      session.subscribe(() => {
        if (source.isOwn && session.getState().history === 'closed') onGone()
      }),
    [session, source, onGone],
  )
}

const OpenChat = (props: OpenChatProps): ReactElement => {
  const { settings, source, emit, onSession } = props
  const { renderers } = settings
  const session = useChatSession(source)
  const told = useToldSession(session, emit)
  const components = useMemo(() => reactRenderers(renderers), [renderers])
  useNews(session, emit)
  useGone(session, props)
  useEffect(() => {
    onSession(told)
    return () => onSession(null)
  }, [told, onSession])
  return (
    <Chat
      session={told}
      renderers={components}
      strings={settings.strings}
      suggestions={settings.suggestions}
      linkOrigins={settings.linkOrigins}
      imageOrigins={settings.imageOrigins}
      headerEnd={<CloseButton onClose={props.onClose} />}
      {...(settings.agentName === null ? {} : { agentName: settings.agentName })}
      {...(settings.heading === null ? {} : { title: settings.heading })}
      {...(settings.placeholder === null ? {} : { placeholder: settings.placeholder })}
      {...(settings.canEscalate
        ? { onEscalate: (workflow) => emit('threadwork-escalate', { workflow }) }
        : {})}
    />
  )
}
