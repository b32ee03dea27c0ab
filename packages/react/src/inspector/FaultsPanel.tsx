import type { ReactElement } from 'react'
import { InspectorPanel } from './InspectorPanel.tsx'
import { useInspection } from './useInspection.ts'

/** Something that a mocked server can be made to do wrong. */
export interface InspectorFault {
  readonly id: string
  readonly label: string
  readonly isOn: boolean
}

/** The switches of a mocked server, and how to turn one. */
export interface InspectorFaults {
  readonly list: readonly InspectorFault[]
  readonly set: (id: string, isOn: boolean) => void
}

/** Faults to switch on, under a mocked server alone. */
export const FaultsPanel = ({ list, set }: InspectorFaults): ReactElement => {
  const words = useInspection()
  return (
    <InspectorPanel title={words.faults} summary={list.filter(({ isOn }) => isOn).length}>
      <ul className="twk-inspector__checks">
        {list.map(({ id, label, isOn }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={isOn} onChange={({ target }) => set(id, target.checked)} />
              {label}
            </label>
          </li>
        ))}
      </ul>
    </InspectorPanel>
  )
}
