import { keepNewest } from '../store/keep-newest.ts'
import type { Delivery } from '../store/run-records.ts'
import type { Store } from '../store/store.ts'

export type { Delivery } from '../store/run-records.ts'

export interface DeliveryFilter {
  readonly workflowId?: string
  readonly runId?: string
  readonly event?: string
  readonly status?: Delivery['status']
}

/** Where deliveries are written down: before the first byte leaves, and when they are over. */
export interface DeliveryLog {
  /** Adds a delivery, or replaces the one of the same id in its place. */
  put(delivery: Delivery): void
  /** A team’s deliveries, newest first. */
  list(teamId: string, filter?: DeliveryFilter): readonly Delivery[]
}

/** Over a store; each team keeps its newest `limit`, a tenth more at times. */
export function createDeliveryLog(store: Store, limit = 1000): DeliveryLog {
  return {
    put: (delivery) => {
      const { id, teamId: parent, at } = delivery
      keepNewest(store, 'deliveries', { id, parent, at, delivery }, limit)
    },
    list: (teamId, filter = {}) =>
      store
        .list('deliveries', teamId)
        .map(({ delivery }) => delivery)
        .filter((delivery) => fits(delivery, filter))
        .toReversed(),
  }
}

function fits(delivery: Delivery, filter: DeliveryFilter): boolean {
  return (['workflowId', 'runId', 'event', 'status'] as const).every(
    (field) => filter[field] === undefined || filter[field] === delivery[field],
  )
}
