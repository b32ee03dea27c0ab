export { acrossTabs, type AcrossTabsOptions } from './across-tabs.ts'
export { browserNeighbours } from './browser-neighbours.ts'
export type { Channel, Hold, LockManner, Locks, LockTold, PageWatcher, TabPorts } from './tab-ports.ts'
