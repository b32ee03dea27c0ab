export type { HubEventBodies, HubEventName } from './wire.ts'
