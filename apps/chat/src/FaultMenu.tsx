import { noFaults, readFaults, switchFaults } from '@threadwork/mocks'
import { useId, useState, type ReactElement } from 'react'
import { faultSwitches, isFaultOn } from './fault-switches.ts'
import { letPass } from './mocked-server.ts'

const hourMs = 3_600_000

const stretches: readonly { readonly label: string; readonly ms: number }[] = [
  { label: 'Let an hour pass', ms: hourMs },
  { label: 'Let a day pass', ms: 24 * hourMs },
]

/** Switches for what can go wrong, which act on everything that the mocked server says from then on; and its time. */
export const FaultMenu = (): ReactElement => {
  const id = useId()
  const [settings, setSettings] = useState(readFaults)
  const count = faultSwitches.filter((fault) => isFaultOn(settings, fault)).length
  return (
    <div className="side-menu__row">
      <span>Mocked server</span>
      <button type="button" className="text-button" popoverTarget={id}>
        {count === 0 ? 'Faults' : `Faults (${count} on)`}
      </button>
      <div className="menu" data-side="start" id={id} popover="auto" role="group" aria-label="Faults">
        <p className="menu__title">What goes wrong</p>
        {faultSwitches.map((fault) => (
          <label key={fault.label} className="menu__check">
            <input
              type="checkbox"
              checked={isFaultOn(settings, fault)}
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
