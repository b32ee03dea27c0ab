export interface SmsMessage {
  readonly teamId: string
  /** E.164: `+4915112345678`. */
  readonly to: string
  readonly text: string
  /** Names the attempt: the same message is sent once under it. */
  readonly key: string
}

/** The id that the provider gave a message, or a sentence that says why it took none. */
export type SmsSent =
  | { readonly type: 'sent'; readonly messageId: string }
  | { readonly type: 'failed'; readonly error: string }

/** Sends text messages to telephones, or seems to. */
export interface SmsProvider {
  send(message: SmsMessage, signal: AbortSignal): Promise<SmsSent>
}
