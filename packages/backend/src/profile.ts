import type { WireBodyForm, WireState } from '@threadwork/headless/wire'
import type { TurnRecord } from './store/chat-records.ts'

export type ProfileName = 'documented' | 'field'

/** The forms in which servers of the Headless API differ from their own document. */
export interface Profile {
  readonly name: ProfileName
  /** Bodies of reads: bare, or wrapped as `{result: …}`. */
  readonly body: WireBodyForm
  /** What a list of conversations is called. */
  readonly listName: 'list' | 'conversations'
  /** Whether `POST /runtime_connection/{attempt}/link` exists. */
  readonly hasLinkEndpoint: boolean
  /** What is said while a turn waits for an approval, and for a connection. */
  readonly approvalState: WireState
  readonly connectionState: WireState
}

/** `documented` follows the published document to the letter; `field` follows what was seen in use. */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  documented: {
    name: 'documented',
    body: 'bare',
    listName: 'list',
    hasLinkEndpoint: true,
    approvalState: 'awaiting_approval',
    connectionState: 'skill_processing',
  },
  field: {
    name: 'field',
    body: 'result',
    listName: 'conversations',
    hasLinkEndpoint: false,
    approvalState: 'skill_processing',
    connectionState: 'idle',
  },
}

/** The word for a conversation whose newest turn is `turn`. */
export function stateOf(turn: TurnRecord | null, profile: Profile): WireState {
  if (!turn || turn.status === 'ended' || turn.status === 'left') return 'idle'
  if (turn.waiting === 'approval') return profile.approvalState
  if (turn.waiting === 'connection') return profile.connectionState
  if (turn.waiting === 'workflow' || turn.isHidden) return 'skill_processing'
  return turn.runningSkills.length > 0 ? 'skill_processing' : 'ai_running'
}
