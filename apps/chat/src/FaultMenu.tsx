import { noFaults, readFaults, switchFaults, type FaultSettings } from '@threadwork/mocks'
import { useId, useState, type ReactElement } from 'react'
import { letPass } from './mocked-server.ts'

type Switch = {
  readonly label: string
  readonly on: Partial<FaultSettings>
  readonly off: Partial<FaultSettings>
}

const switches: readonly Switch[] = [
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

const hourMs = 3_600_000

const stretches: readonly { readonly label: string; readonly ms: number }[] = [
  { label: 'Let an hour pass', ms: hourMs },
  { label: 'Let a day pass', ms: 24 * hourMs },
]

const isOn = (settings: FaultSettings, { on }: Switch): boolean =>
  Object.entries(on).every(([name, value]) => Object.is(settings[name as keyof FaultSettings], value)) // its own keys

/** Switches for what can go wrong, which act on everything that the mocked server says from then on; and its time. */
export const FaultMenu = (): ReactElement => {
  const id = useId()
  const [settings, setSettings] = useState(readFaults)
  const count = switches.filter((fault) => isOn(settings, fault)).length
  return (
    <div className="side-menu__row">
      <span>Mocked server</span>
      <button type="button" className="text-button" popoverTarget={id}>
        {count === 0 ? 'Faults' : `Faults (${count} on)`}
      </button>
      <div className="menu" data-side="start" id={id} popover="auto" role="group" aria-label="Faults">
        <p className="menu__title">What goes wrong</p>
        {switches.map((fault) => (
          <label key={fault.label} className="menu__check">
            <input
              type="checkbox"
              checked={isOn(settings, fault)}
              onChange={({ target }) => setSettings(switchFaults(target.checked ? fault.on : fault.off))}
            />
            {fault.label}
          </label>
        ))}
        <button type="button" className="text-button" onClick={() => setSettings(switchFaults(noFaults))}>
          Nothing
        </button>
        <p className="menu__title">Time</p>
        {stretches.map(({ label, ms }) => (
          <button key={label} type="button" className="menu__item" onClick={() => letPass(ms)}>
            {label}
          </button>
        ))}
      </div>
    </div>
  )
}
