import { type Liveness, type LivenessOptions, watchLiveness } from './liveness.ts'
import type { HubSettings } from './settings.ts'

/** Every wait of one connection. */
export class ConnectionTimers {
  readonly #settings: HubSettings
  #stopDeadline: (() => void) | undefined
  #stopAcknowledgement: (() => void) | undefined
  #liveness: Liveness | undefined

  constructor(settings: HubSettings) {
    this.#settings = settings
  }

  /** Calls `late` after `ms` milliseconds unless `arrived` comes first. There is one such deadline at a time. */
  expect(ms: number, late: () => void): void {
    this.#stopDeadline?.()
    this.#stopDeadline = this.#settings.clock.after(ms, late)
  }

  arrived(): void {
    this.#stopDeadline?.()
  }

  /** Pings the present transport, and listens to it. */
  watch(options: Pick<LivenessOptions, 'ping' | 'timedOut' | 'isHeld'>): void {
    this.#liveness?.stop()
    this.#liveness = watchLiveness({ ...this.#settings, ...options })
  }

  heard(): void {
    this.#liveness?.heard()
  }

  unwatch(): void {
    this.#liveness?.stop()
  }

  /** One acknowledgement for all that comes in meanwhile. */
  acknowledgeLater(acknowledge: () => void): void {
    this.#stopAcknowledgement ??= this.#settings.clock.after(this.#settings.ackMs, () => {
      this.#stopAcknowledgement = undefined
      acknowledge()
    })
  }

  stop(): void {
    this.arrived()
    this.unwatch()
    this.#stopAcknowledgement?.()
  }
}
