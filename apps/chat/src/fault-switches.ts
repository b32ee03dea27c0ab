import type { FaultSettings } from '@threadwork/mocks'

/** One fault of the mocked server, and what turns it on and off. */
export type FaultSwitch = {
  readonly label: string
  readonly on: Partial<FaultSettings>
  readonly off: Partial<FaultSettings>
}

/** All faults, by what a person reads. */
export const faultSwitches: readonly FaultSwitch[] = [
  { label: 'Drop after 3 events', on: { drop: 3 }, off: { drop: null } },
  { label: 'Mute', on: { isMute: true }, off: { isMute: false } },
  { label: 'Delay by 2 s', on: { delay: 2000 }, off: { delay: 0 } },
  { label: 'Duplicate', on: { isDuplicated: true }, off: { isDuplicated: false } },
  { label: 'Reorder', on: { isReordered: true }, off: { isReordered: false } },
  { label: 'Cut inside an event', on: { isCut: true }, off: { isCut: false } },
  { label: 'Answer 401', on: { isUnauthorized: true }, off: { isUnauthorized: false } },
  { label: 'Answer 409', on: { isConflict: true }, off: { isConflict: false } },
  { label: 'Expired link', on: { isLinkExpired: true }, off: { isLinkExpired: false } },
  { label: 'False idle', on: { isFalseIdle: true }, off: { isFalseIdle: false } },
]

/** Whether a fault is on. */
export const isFaultOn = (settings: FaultSettings, { on }: FaultSwitch): boolean =>
  Object.entries(on).every(([name, value]) => Object.is(settings[name as keyof FaultSettings], value)) // its own keys
