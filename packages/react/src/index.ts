export { Icon, type IconName, type IconProps } from './icon/Icon.tsx'
export { Mark, type MarkProps, type MarkTone } from './icon/Mark.tsx'
export { english, mergeStrings, type StringOverrides, type Strings } from './strings/strings.ts'
export { englishLauncher, type LauncherNews, type LauncherStrings } from './strings/launcher.ts'
export { StringsProvider, type StringsProviderProps } from './strings/StringsProvider.tsx'
export { englishThread, type ThreadStrings } from './strings/thread.ts'
export { useStrings } from './strings/useStrings.ts'
export { useWords } from './strings/useWords.ts'
export {
  ThreadworkRoot,
  type Contrast,
  type Density,
  type Theme,
  type ThreadworkRootProps,
} from './theme/ThreadworkRoot.tsx'
export { ClockProvider, useClock } from './clock/ClockProvider.tsx'
export { useKeepFocus } from './base/useKeepFocus.ts'
export type { Combination } from './keys/combination.ts'
export type { KeyCommand, KeyOverrides } from './keys/key-map.ts'
export { useShortcut } from './keys/useShortcut.ts'
export { judgeLink, type LinkVerdict } from './policy/judge-link.ts'
export { OriginPolicyProvider, useOriginPolicy, type OriginPolicy } from './policy/OriginPolicy.tsx'
export {
  defineRenderers,
  type FieldRendererProps,
  type FieldRenderers,
  type ItemOf,
  type ItemRendererProps,
  type KindRenderers,
  type Renderers,
  type SkillRenderer,
  type SkillRenderers,
} from './renderers/renderers.ts'
export { RenderersProvider, useRenderers } from './renderers/RenderersProvider.tsx'
export { ItemSlot, type ItemSlotProps } from './renderers/ItemSlot.tsx'
export type { FileSource } from './attachment/useAttachments.ts'
export { Composer, type ComposerHandle, type ComposerProps } from './composer/Composer.tsx'
export { QueuedMessages, type QueuedMessagesProps } from './composer/QueuedMessages.tsx'
export type { Suggestion } from './composer/suggestion.ts'
export { ConversationList, type ConversationListProps } from './conversation-list/ConversationList.tsx'
export type { ConversationSummary } from './conversation-list/conversation-groups.ts'
export { DataPointsForm, type DataPointsFormProps, type FormDefinitionProp } from './form/DataPointsForm.tsx'
export type { UploadFile } from './form/file-entry.ts'
export { localTime } from './form/local-time.ts'
export { SessionProvider, useSession } from './hooks/SessionProvider.tsx'
export { useConversation } from './hooks/useConversation.ts'
export { useItem, useLink, usePhase } from './hooks/useItem.ts'
export { useReports } from './hooks/useReports.ts'
export { WorkflowCard, type WorkflowCardProps } from './workflow/WorkflowCard.tsx'
export { WorkflowHeader, type WorkflowHeaderProps } from './workflow/WorkflowHeader.tsx'
export { Markdown } from './markdown/Markdown.tsx'
export {
  MarkdownExtrasProvider,
  useMarkdownExtras,
  type CodeProps,
  type MarkdownExtra,
} from './markdown/markdown-extra.ts'
export type { MarkdownProps } from './markdown/markdown-props.ts'
export type { Feedback, FeedbackHandler } from './message/feedback.ts'
export { FeedbackProvider, type FeedbackProviderProps } from './message/FeedbackProvider.tsx'
export { Message, type MessageProps } from './message/Message.tsx'
export { Notice, type NoticeProps } from './message/Notice.tsx'
export { ResultsProvider, type ResultsProviderProps } from './result/ResultsProvider.tsx'
export type { ResultChart, ResultChartProps, ResultSource } from './result/result-source.ts'
export type { Cell, ColumnType, ResultColumn, ResultTable } from './result/result-view.ts'
export { SkillOutput, type SkillOutputProps } from './result/SkillOutput.tsx'
export { SkillCard, type SkillCardProps } from './skill/SkillCard.tsx'
export { SkillGroup, type SkillGroupProps } from './skill/SkillGroup.tsx'
export { StatusPill, type StatusPillProps } from './status/StatusPill.tsx'
export { TypingIndicator } from './typing/TypingIndicator.tsx'
export { Announcer, type AnnouncerProps } from './announcer/Announcer.tsx'
export { browserStorage } from './chat/browser-storage.ts'
export { Chat, type ChatProps } from './chat/Chat.tsx'
export { systemClock } from './clock/system-clock.ts'
export { EventInspector } from './inspector/LazyEventInspector.tsx'
export type { EventInspectorProps } from './inspector/EventInspector.tsx'
export { Thread, type ThreadProps } from './thread/Thread.tsx'
export { preloadForServer, preloadThread } from './thread/preload-thread.ts'
export type { ThreadActions } from './thread/thread-actions.ts'
export { useChatSession, type SessionSource } from './chat/useChatSession.ts'
export { ApprovalCard, type ApprovalCardProps } from './approval/ApprovalCard.tsx'
export { ConnectionCard, type ConnectionCardProps } from './connection/ConnectionCard.tsx'
export { Transcript } from './transcript/LateTranscript.tsx'
export type { TranscriptProps } from './transcript/Transcript.tsx'
export type { ConnectionNotes } from './connection/connection-note.ts'
