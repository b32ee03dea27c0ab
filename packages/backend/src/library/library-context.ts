import type { BackendClock } from '../clock.ts'
import type { MakeId } from '../ids.ts'
import type { Store } from '../store/store.ts'

/** What the rules of the library work with: where it is kept, what time it is, and names for what is new. */
export interface LibraryContext {
  readonly store: Store
  readonly clock: BackendClock
  readonly makeId: MakeId
}
