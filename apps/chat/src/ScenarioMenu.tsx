import { AppIcon } from './AppIcon.tsx'
import { useId, useRef, type ReactElement } from 'react'
import type { WireName } from './preferences.ts'
import type { Scenario } from './query.ts'

export interface ScenarioMenuProps {
  readonly scenarios: readonly Scenario[]
  readonly wire: WireName
  readonly onPlay: (scenario: Scenario) => void
}

/** Everything that the scripted agent knows, one click away. */
export const ScenarioMenu = ({ scenarios, wire, onPlay }: ScenarioMenuProps): ReactElement => {
  const id = useId()
  const popover = useRef<HTMLDivElement>(null)
  const play = (scenario: Scenario): void => {
    popover.current?.hidePopover()
    onPlay(scenario)
  }
  return (
    <>
      <button
        className="icon-button"
        type="button"
        popoverTarget={id}
        aria-label="Scenarios"
        title="Scenarios"
      >
        <AppIcon name="scenarios" />
      </button>
      <div className="menu" id={id} ref={popover} popover="auto" role="group" aria-label="Scenarios">
        <p className="menu__title">Things to try</p>
        {scenarios.map((scenario) => (
          <button key={scenario.id} type="button" className="menu__item" onClick={() => play(scenario)}>
            <b>{scenario.title}</b>
            <span>
              {scenario.prompt}
              {!scenario.wires.includes(wire) && ' (in a new conversation)'}
            </span>
          </button>
        ))}
      </div>
    </>
  )
}
