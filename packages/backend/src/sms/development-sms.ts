import type { BackendClock } from '../clock.ts'
import type { MakeId } from '../ids.ts'
import type { SmsMessage, SmsProvider } from './sms-provider.ts'

/** A message that reached nobody’s telephone, for a developer to read. */
export interface KeptSms extends SmsMessage {
  readonly messageId: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface DevelopmentSms extends SmsProvider {
  /** A team’s messages, newest first. */
  list(teamId: string): readonly KeptSms[]
}

export interface DevelopmentSmsOptions {
  readonly clock: BackendClock
  readonly makeId: MakeId
  /** How many messages a team keeps. Default 200. */
  readonly limit?: number
}

/** Sends nothing and keeps everything; the oldest messages of a team go first. */
export function createDevelopmentSms({ clock, makeId, limit = 200 }: DevelopmentSmsOptions): DevelopmentSms {
  const teams = new Map<string, readonly KeptSms[]>()
  const list = (teamId: string): readonly KeptSms[] => teams.get(teamId) ?? []
  return {
    list,
    send: async (message) => {
      const before = list(message.teamId).find(({ key }) => key === message.key)
      if (before) return { type: 'sent', messageId: before.messageId }
      const kept = { ...message, messageId: makeId('sms'), at: clock.now() }
      teams.set(message.teamId, [kept, ...list(message.teamId)].slice(0, limit))
      return { type: 'sent', messageId: kept.messageId }
    },
  }
}
