import { readFaults, switchFaults } from '@threadwork/mocks'
import { useState, type ReactElement } from 'react'
import { faultSwitches, isFaultOn } from './fault-switches.ts'
import { Inspector } from './Inspector.tsx'

/** The inspector, with the faults of the mocked server to switch on. */
export const MockedInspector = (): ReactElement => {
  const [settings, setSettings] = useState(readFaults)
  const list = faultSwitches.map((fault) => ({
    id: fault.label,
    label: fault.label,
    isOn: isFaultOn(settings, fault),
  }))
  const set = (id: string, isOn: boolean): void => {
    const fault = faultSwitches.find(({ label }) => label === id)
    if (fault) setSettings(switchFaults(isOn ? fault.on : fault.off))
  }
  return <Inspector faults={{ list, set }} />
}
