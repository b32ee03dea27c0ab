import { englishAnnouncement, type AnnouncementStrings } from './announcement.ts'
import { englishApproval, type ApprovalStrings } from './approval.ts'
import { englishAttachment, type AttachmentStrings } from './attachment.ts'
import { englishComposer, type ComposerStrings } from './composer.ts'
import { englishConnection, type ConnectionStrings } from './connection.ts'
import { englishConversationList, type ConversationListStrings } from './conversation-list.ts'
import { englishForm, type FormStrings } from './form.ts'
import type { InspectionStrings } from './inspection.ts'
import { englishInspector, type InspectorStrings } from './inspector.ts'
import { englishKeys, type KeysStrings } from './keys.ts'
import { englishLauncher, type LauncherStrings } from './launcher.ts'
import { englishMarkdown, type MarkdownStrings } from './markdown.ts'
import { mergeAreas } from './merge-areas.ts'
import { englishMessage, type MessageStrings } from './message.ts'
import { englishRenderer, type RendererStrings } from './renderer.ts'
import { englishResult, type ResultStrings } from './result.ts'
import { englishSkill, type SkillStrings } from './skill.ts'
import { englishStatus, type StatusStrings } from './status.ts'
import { englishThread, type ThreadStrings } from './thread.ts'
import { englishTime, type TimeStrings } from './time.ts'
import { englishTranscript, type TranscriptStrings } from './transcript.ts'
import { englishWorkflow, type WorkflowStrings } from './workflow.ts'

/** Every word that a person sees, by area. A locale pack is one object of this form. */
export interface Strings {
  readonly approval: ApprovalStrings
  readonly connection: ConnectionStrings
  readonly markdown: MarkdownStrings
  readonly message: MessageStrings
  readonly result: ResultStrings
  readonly skill: SkillStrings
  readonly status: StatusStrings
  readonly time: TimeStrings
  readonly announcement: AnnouncementStrings
  readonly attachment: AttachmentStrings
  readonly composer: ComposerStrings
  readonly conversationList: ConversationListStrings
  readonly form: FormStrings
  /** Left out, English, which loads with the inspector: a chat does without. */
  readonly inspection?: InspectionStrings
  readonly inspector: InspectorStrings
  readonly keys: KeysStrings
  readonly launcher: LauncherStrings
  readonly renderer: RendererStrings
  readonly thread: ThreadStrings
  readonly transcript: TranscriptStrings
  readonly workflow: WorkflowStrings
}

/** Changes to some words of some areas; the rest stays as it is. */
export type StringOverrides = { readonly [Area in keyof Strings]?: Partial<Strings[Area]> }

/** The words of the kit in English. */
export const english: Strings = {
  approval: englishApproval,
  connection: englishConnection,
  markdown: englishMarkdown,
  message: englishMessage,
  result: englishResult,
  skill: englishSkill,
  status: englishStatus,
  time: englishTime,
  announcement: englishAnnouncement,
  attachment: englishAttachment,
  composer: englishComposer,
  conversationList: englishConversationList,
  form: englishForm,
  inspector: englishInspector,
  keys: englishKeys,
  launcher: englishLauncher,
  renderer: englishRenderer,
  thread: englishThread,
  transcript: englishTranscript,
  workflow: englishWorkflow,
}

/** `base` with `overrides` laid over it, area by area. Neither is changed. */
export const mergeStrings = (base: Strings, overrides: StringOverrides): Strings =>
  mergeAreas(base, overrides)
