import { Chat, SessionProvider, useChatSession, type FeedbackHandler } from '@threadwork/react'
import { lazy, Suspense, useCallback, useEffect, useMemo, type ReactElement } from 'react'
import { AppIcon } from './AppIcon.tsx'
import { prefer, usePreferences, type WireName } from './preferences.ts'
import { refreshConversations, useConversations, useScenarios, type Scenario } from './query.ts'
import { ScenarioMenu } from './ScenarioMenu.tsx'
import { skillResultsOf } from './skill-results.ts'
import { takePrompt, leavePrompt } from './first-prompt.ts'
import { markdownExtras } from './markdown-extras.ts'
import { client, mirror, transportFor } from './transports.ts'

const Inspector = lazy(async () => ({
  default: __MOCKED__
    ? (await import('./MockedInspector.tsx')).MockedInspector
    : (await import('./Inspector.tsx')).Inspector,
}))

/** The longest message that the backend takes, in characters. */
const longestMessage = 20_000

/** What a person says who wants one: every backend takes a message, and an agent can be taught to hand over at this one. */
const askForAPerson = 'I would like to speak to a person.'

export interface ConversationPaneProps {
  readonly conversationId: string | null
  readonly wire: WireName
  readonly onCreate: (wire?: WireName) => Promise<string>
  readonly onOpenList: () => void
}

/** The open conversation, or the invitation to begin one. */
export const ConversationPane = (props: ConversationPaneProps): ReactElement => {
  const { conversationId, wire, onCreate } = props
  const scenarios = useScenarios().data ?? []

  // A scenario that the present wire cannot tell whole opens a conversation on one that can.
  const begin = async ({ prompt, wires }: Scenario): Promise<void> => {
    const id = await onCreate(wires.includes(wire) ? wire : wires[0])
    leavePrompt(id, prompt)
  }

  if (conversationId === null)
    return (
      <main className="pane" data-empty>
        <button
          className="icon-button pane__menu"
          type="button"
          onClick={props.onOpenList}
          aria-label="Conversations"
        >
          <AppIcon name="menu" />
        </button>
        <div className="invitation">
          <span className="brand__mark" data-size="large" aria-hidden="true" />
          <h1>What can the assistant do for you?</h1>
          <p>It runs skills, asks before it acts, and remembers where you were. Begin with one of these.</p>
          <ul className="invitation__list">
            {scenarios.map((scenario) => (
              <li key={scenario.id}>
                <button type="button" className="invitation__choice" onClick={() => void begin(scenario)}>
                  <b>{scenario.title}</b>
                  <span>{scenario.prompt}</span>
                </button>
              </li>
            ))}
          </ul>
          <button type="button" className="button" onClick={() => void onCreate()}>
            Start an empty conversation
          </button>
        </div>
      </main>
    )
  return (
    <OpenConversation
      {...props}
      key={`${wire} ${conversationId}`}
      conversationId={conversationId}
      onBegin={begin}
    />
  )
}

interface OpenConversationProps extends ConversationPaneProps {
  readonly conversationId: string
  readonly onBegin: (scenario: Scenario) => Promise<void>
}

const OpenConversation = ({
  conversationId,
  wire,
  onOpenList,
  onBegin,
}: OpenConversationProps): ReactElement => {
  const { isInspectorOpen, theme } = usePreferences()
  const session = useChatSession({ transport: transportFor(wire), conversationId, mirror })
  const scenarios = useScenarios().data ?? []
  const title = useConversations().data?.find(({ id }) => id === conversationId)?.title

  const results = useMemo(() => skillResultsOf(conversationId), [conversationId])
  const handleFeedback = useCallback<FeedbackHandler>(
    async ({ runId }, { reaction, comment }) => {
      if (runId === null) return
      await client.giveFeedback(session.conversationId, runId, reaction, comment ?? undefined)
    },
    [session],
  )

  const handleEscalate = useCallback(() => void session.send(askForAPerson), [session])

  useEffect(() => {
    const prompt = takePrompt(conversationId)
    if (prompt !== null) session.send(prompt)
  }, [conversationId, session])

  // The list tells topics and states; a phase that changed here is news for it.
  useEffect(() => {
    let phase = session.getState().phase
    return session.subscribe(() => {
      const next = session.getState().phase
      if (next === phase) return
      phase = next
      void refreshConversations()
    })
  }, [session])

  const play = (scenario: Scenario): void => {
    if (scenario.wires.includes(wire)) session.send(scenario.prompt)
    else void onBegin(scenario)
  }

  return (
    <>
      <main className="pane">
        <h1 className="twk-visually-hidden">{title || 'Untitled conversation'}</h1>
        <Chat
          session={session}
          markdown={markdownExtras}
          agentName="Returns assistant"
          {...(title ? { title } : {})}
          results={results}
          onFeedback={handleFeedback}
          onEscalate={handleEscalate}
          placeholder="Message the returns assistant…"
          maxLength={longestMessage}
          {...(theme === 'system' ? {} : { theme })}
          suggestions={scenarios
            .filter(({ wires }) => wires.includes(wire))
            .slice(0, 4)
            .map(({ prompt }) => prompt)}
          headerStart={
            <button
              className="icon-button pane__menu"
              type="button"
              onClick={onOpenList}
              aria-label="Conversations"
            >
              <AppIcon name="menu" />
            </button>
          }
          headerEnd={
            <>
              <ScenarioMenu scenarios={scenarios} wire={wire} onPlay={play} />
              <button
                className="icon-button"
                type="button"
                aria-pressed={isInspectorOpen}
                aria-label="Events"
                title="Events"
                onClick={() => prefer({ isInspectorOpen: !isInspectorOpen })}
              >
                <AppIcon name="events" />
              </button>
            </>
          }
        />
      </main>
      {isInspectorOpen && (
        <aside className="workspace__inspector" aria-label="Events" data-twk-region="events">
          <SessionProvider session={session}>
            <Suspense>
              <Inspector />
            </Suspense>
          </SessionProvider>
        </aside>
      )}
    </>
  )
}
