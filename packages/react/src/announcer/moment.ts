import type { Link } from '@threadwork/core'

/** Something worth a sentence. */
export type Moment =
  | { readonly type: 'message'; readonly text: string; readonly isScripted?: boolean }
  | { readonly type: 'not-sent'; readonly problem: string | null }
  | { readonly type: 'skill-running' | 'skill-done'; readonly skill: string }
  | { readonly type: 'skill-failed'; readonly skill: string; readonly error: string | null }
  | { readonly type: 'approval' | 'answered-elsewhere' | 'expired'; readonly skill: string }
  | {
      readonly type: 'connection' | 'connected' | 'connection-failed'
      readonly service: string | null
    }
  | { readonly type: 'form'; readonly message: string }
  | {
      readonly type: 'step'
      readonly workflow: string
      readonly step: number
      readonly steps: number
      readonly message: string
    }
  | {
      readonly type: 'halted'
      readonly workflow: string
      readonly step: string | null
      readonly error: string | null
    }
  /** What runs beside the main steps. */
  | { readonly type: 'background'; readonly workflow: string; readonly message: string }
  | {
      readonly type: 'background-failed'
      readonly workflow: string
      readonly step: string
      readonly error: string | null
    }
  | {
      readonly type: 'workflow-over'
      readonly workflow: string
      readonly status: 'completed' | 'cancelled' | 'ended'
    }
  | { readonly type: 'working' }
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'stopped' }

/** Said at once, over anything else: what needs a person, and what went wrong. */
export const isUrgent = ({ type }: Moment): boolean =>
  type === 'approval' ||
  type === 'connection' ||
  type === 'form' ||
  type === 'not-sent' ||
  type === 'skill-failed' ||
  type === 'connection-failed' ||
  type === 'background-failed' ||
  type === 'halted'
