import type { WireParameterSchema } from '@threadwork/headless/wire'
import type { Workflow } from '@threadwork/engine/linear'
import type { Skill } from './skill.ts'

/** One call that waits for a decision, and what follows each. `{{reason}}` in a text is the person's reason. */
export interface Ask {
  readonly scope: 'skill' | 'business'
  readonly skill: Skill
  readonly parameters: Readonly<Record<string, unknown>>
  readonly schema: readonly WireParameterSchema[]
  /** Scripted milliseconds until it counts as rejected. Without it the call waits for ever. */
  readonly expiresAfterMs?: number
  readonly approved: readonly Beat[]
  readonly rejected: readonly Beat[]
}

/**
 * One thing that a turn does. A turn is a list of beats, as plain JSON, so that what is left of it can be
 * kept, and gone on with after a restart.
 */
export type Beat =
  /** Milliseconds, before the pace is applied. */
  | { readonly type: 'pause'; readonly ms: number }
  /** Markdown; `{{key}}` is what the person entered under that key in the workflow before. */
  | { readonly type: 'say'; readonly text: string }
  /** All of them begin, and one event tells of it: the first one's. */
  | { readonly type: 'begin-skills'; readonly skills: readonly Skill[] }
  | { readonly type: 'end-skill'; readonly skill: Skill; readonly outcome: 'completed' | 'stopped' }
  | { readonly type: 'fail-skill'; readonly skill: Skill; readonly error: string }
  | { readonly type: 'ask-approvals'; readonly asks: readonly Ask[] }
  | {
      readonly type: 'request-connection'
      readonly connector: string
      readonly authorized: readonly Beat[]
      readonly denied: readonly Beat[]
      readonly skipped: readonly Beat[]
    }
  | {
      readonly type: 'start-workflow'
      readonly workflow: Workflow
      readonly completed: readonly Beat[]
      readonly cancelled: readonly Beat[]
    }
  /** Every open stream of the run ends; the turn goes on. */
  | { readonly type: 'interrupt-streams'; readonly reason: string; readonly retryAfterMs: number }

export const pause = (ms: number): Beat => ({ type: 'pause', ms })
export const say = (text: string): Beat => ({ type: 'say', text })

/** A skill that runs for `ms` and succeeds. */
export const useSkill = (skill: Skill, ms: number): readonly Beat[] => [
  { type: 'begin-skills', skills: [skill] },
  pause(ms),
  { type: 'end-skill', skill, outcome: 'completed' },
]

/** Replaces `{{key}}` by the value of that own key, once, and leaves what it does not know. */
export function fill(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, key: string) =>
    Object.hasOwn(values, key) ? escapeMarkdown(String(values[key])) : whole,
  )
}

// What a person typed is quoted, never interpreted.
const escapeMarkdown = (text: string): string => text.replaceAll(/[\\`*_{}[\]()<>#+!|~&]/g, String.raw`\$&`)
