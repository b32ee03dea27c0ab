export { reconnectPolicy, type ReconnectPolicy, type ReconnectPolicyOptions } from './reconnect-policy.ts'
export type { FetchLike } from './request.ts'
export type { ReadHistory } from './rest.ts'
export { signalr, type SignalROptions } from './signalr-transport.ts'
