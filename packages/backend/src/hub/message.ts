/** One message of the SignalR hub protocol, by name instead of by number. Headers are not kept. */
export type HubMessage =
  | InvocationMessage
  | StreamInvocationMessage
  | { readonly type: 'stream-item'; readonly invocationId: string; readonly item: unknown }
  | CompletionMessage
  | { readonly type: 'cancel-invocation'; readonly invocationId: string }
  | { readonly type: 'ping' }
  | CloseMessage
  | { readonly type: 'ack'; readonly sequenceId: number }
  | { readonly type: 'sequence'; readonly sequenceId: number }

export interface InvocationMessage {
  readonly type: 'invocation'
  /** Absent when the caller wants no answer. */
  readonly invocationId?: string
  readonly target: string
  readonly arguments: readonly unknown[]
  readonly streamIds: readonly string[]
}

export interface StreamInvocationMessage {
  readonly type: 'stream-invocation'
  readonly invocationId: string
  readonly target: string
  readonly arguments: readonly unknown[]
  readonly streamIds: readonly string[]
}

export interface CompletionMessage {
  readonly type: 'completion'
  readonly invocationId: string
  readonly result?: unknown
  readonly error?: string
}

export interface CloseMessage {
  readonly type: 'close'
  readonly error?: string
  readonly allowReconnect?: boolean
}

/** The numbers that the hub protocol gives to its messages, in JSON and in MessagePack. */
export const messageNumbers: { readonly [T in HubMessage['type']]: number } = {
  invocation: 1,
  'stream-item': 2,
  completion: 3,
  'stream-invocation': 4,
  'cancel-invocation': 5,
  ping: 6,
  close: 7,
  ack: 8,
  sequence: 9,
}

/** Whether a message counts for stateful reconnect: those are numbered, buffered and sent again. */
export function isSequenced(message: HubMessage): boolean {
  switch (message.type) {
    case 'invocation':
    case 'stream-invocation':
    case 'stream-item':
    case 'completion':
    case 'cancel-invocation':
      return true
    case 'ping':
    case 'close':
    case 'ack':
    case 'sequence':
      return false
  }
}
