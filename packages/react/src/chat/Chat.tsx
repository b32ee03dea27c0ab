'use client'

import type { WorkflowItem } from '@threadwork/core'
import { useMemo, type ReactElement, type ReactNode } from 'react'
import type { Suggestion } from '../composer/suggestion.ts'
import { SessionProvider } from '../hooks/SessionProvider.tsx'
import type { KeyOverrides } from '../keys/key-map.ts'
import type { FeedbackHandler } from '../message/feedback.ts'
import { FeedbackProvider } from '../message/FeedbackProvider.tsx'
import { OriginPolicyProvider, useOriginPolicy } from '../policy/OriginPolicy.tsx'
import { MarkdownExtrasProvider, useMarkdownExtras, type MarkdownExtra } from '../markdown/markdown-extra.ts'
import type { Renderers } from '../renderers/renderers.ts'
import { RenderersProvider, useRenderers } from '../renderers/RenderersProvider.tsx'
import type { ResultSource } from '../result/result-source.ts'
import { ResultsProvider } from '../result/ResultsProvider.tsx'
import type { StringOverrides } from '../strings/strings.ts'
import { StringsProvider } from '../strings/StringsProvider.tsx'
import { ThreadworkRoot, type Contrast, type Density, type Theme } from '../theme/ThreadworkRoot.tsx'
import { ChatBody } from './ChatBody.tsx'
import { ChatHeader } from './ChatHeader.tsx'
import { ChatSection } from './ChatSection.tsx'
import { useBrowserSignals } from './useBrowserSignals.ts'
import { useChatSession, type SessionSource } from './useChatSession.ts'

interface ChatLook {
  /** Who the agent's messages are from. */
  readonly agentName?: string
  /** Shown while no workflow runs. */
  readonly title?: string
  readonly theme?: Theme
  readonly density?: Density
  readonly contrast?: Contrast
  /** Components that take the place of the kit's own. Keep the object's identity between renders. */
  readonly renderers?: Renderers
  /** Fetches what skills made, for their cards. Keep the object's identity between renders. */
  readonly results?: ResultSource
  /** Takes what people think of a reply, for its run; left out, nobody is asked. Keep its identity between renders. */
  readonly onFeedback?: FeedbackHandler
  /** What messages can draw besides plain markdown: `highlight()`, `math()`, `diagrams()`. Keep the list's identity. */
  readonly markdown?: readonly MarkdownExtra[]
  /** Words that take the place of the kit's own. Keep the object's identity between renders. */
  readonly strings?: StringOverrides
  /** Sites that may ask a person to sign in, such as `https://login.example.com`. */
  readonly linkOrigins?: readonly string[]
  /** Sites whose images are drawn as they come; all others wait for a click. */
  readonly imageOrigins?: readonly string[]
  /** Offered while the conversation is empty; one click sends it. */
  readonly suggestions?: readonly string[]
  /** Offered above the composer while nothing runs; one click sends it, or puts it into the field. */
  readonly followUps?: readonly (string | Suggestion)[]
  /** The most characters that a message may have. */
  readonly maxLength?: number
  readonly placeholder?: string
  /** Replaces the words of the empty conversation. */
  readonly empty?: ReactNode
  /** The way to a human, offered when a workflow has halted. */
  readonly onEscalate?: (workflow: WorkflowItem) => void
  /** At the start and the end of the header, such as a menu button. */
  readonly headerStart?: ReactNode
  readonly headerEnd?: ReactNode
  /** Other keys for some commands, `null` for none; `false` takes all keys and their sheet away. Keep the object's identity. */
  readonly keys?: KeyOverrides | false
}

/**
 * `transport` may be made anew at each render; the first object of its kind is kept until `conversationId` changes.
 * Give the element another `key` to change the backend behind the same conversation.
 */
export type ChatProps = ChatLook & SessionSource

const noStrings: StringOverrides = {}

/** A whole conversation: header, thread and composer over one session. It fills the height of its parent. */
export const Chat = (props: ChatProps): ReactElement => {
  const session = useChatSession(props)
  useBrowserSignals(session)
  return (
    <Surroundings {...props}>
      <SessionProvider session={session}>
        <ChatSection title={props.title ?? props.agentName ?? null}>
          <ChatHeader {...props} />
          <ChatBody key={session.conversationId} {...props} />
        </ChatSection>
      </SessionProvider>
    </Surroundings>
  )
}

const Surroundings = ({ children, ...look }: ChatLook & { readonly children: ReactNode }): ReactElement => {
  const policyAbove = useOriginPolicy()
  const renderersAbove = useRenderers()
  const extrasAbove = useMarkdownExtras()
  const { linkOrigins = policyAbove.linkOrigins, imageOrigins = policyAbove.imageOrigins } = look
  const policy = useMemo(
    () => ({ ...policyAbove, linkOrigins, imageOrigins }),
    [policyAbove, linkOrigins, imageOrigins],
  )
  return (
    <ThreadworkRoot
      className="twk-chat-root"
      {...(look.theme ? { theme: look.theme } : {})}
      {...(look.density ? { density: look.density } : {})}
      {...(look.contrast ? { contrast: look.contrast } : {})}
    >
      <StringsProvider strings={look.strings ?? noStrings}>
        <RenderersProvider value={look.renderers ?? renderersAbove}>
          <OriginPolicyProvider value={policy}>
            <ResultsProvider source={look.results ?? null}>
              <FeedbackProvider onFeedback={look.onFeedback ?? null}>
                <MarkdownExtrasProvider value={look.markdown ?? extrasAbove}>
                  {children}
                </MarkdownExtrasProvider>
              </FeedbackProvider>
            </ResultsProvider>
          </OriginPolicyProvider>
        </RenderersProvider>
      </StringsProvider>
    </ThreadworkRoot>
  )
}
