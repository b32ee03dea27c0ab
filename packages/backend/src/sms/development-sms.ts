import type { BackendClock } from '../clock.ts'
import type { MakeId } from '../ids.ts'
import { keepNewest } from '../store/keep-newest.ts'
import type { KeptSms } from '../store/run-records.ts'
import type { Store } from '../store/store.ts'
import type { SmsProvider } from './sms-provider.ts'

export type { KeptSms } from '../store/run-records.ts'

export interface DevelopmentSms extends SmsProvider {
  /** A team’s messages, newest first. */
  list(teamId: string): readonly KeptSms[]
}

export interface DevelopmentSmsOptions {
  readonly store: Store
  readonly clock: BackendClock
  readonly makeId: MakeId
  /** How many messages a team keeps. Default 200. */
  readonly limit?: number
}

/** Sends nothing and keeps everything in the store; the oldest messages of a team go first. */
export function createDevelopmentSms({
  store,
  clock,
  makeId,
  limit = 200,
}: DevelopmentSmsOptions): DevelopmentSms {
  return {
    list: (teamId) =>
      store
        .list('smsMessages', teamId)
        .map(({ message }) => message)
        .toReversed(),
    send: (sms) => {
      const { teamId: parent, key } = sms
      const id = JSON.stringify([parent, key])
      const before = store.get('smsMessages', id)
      if (before) return Promise.resolve({ type: 'sent', messageId: before.message.messageId })
      const message = { ...sms, messageId: makeId('sms'), at: clock.now() }
      keepNewest(store, 'smsMessages', { id, parent, at: message.at, message }, limit)
      return Promise.resolve({ type: 'sent', messageId: message.messageId })
    },
  }
}
