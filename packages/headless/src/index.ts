export {
  readEventStream,
  type EventStream,
  type EventStreamOptions,
  type StreamEvent,
} from './event-stream.ts'
export { RequestError } from './failure.ts'
export {
  createHeadlessClient,
  type ConversationSummary,
  type ConversationSummaryPage,
  type HeadlessClient,
  type HeadlessClientOptions,
  type PageRequest,
} from './headless-client.ts'
export { headless, type HeadlessOptions, type HeadlessTransport } from './headless-transport.ts'
export type { Profile } from './profile.ts'
export type { Fetch, HeaderSource } from './request.ts'
export { hearEvent } from './hear-event.ts'
