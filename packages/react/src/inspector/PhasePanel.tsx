import { explainPhase, type Session, type SessionInsides } from '@threadwork/core'
import { phaseGroundsOf } from '@threadwork/core/inspect'
import type { ReactElement } from 'react'
import { Mark } from '../icon/Mark.tsx'
import { englishStatus } from '../strings/status.ts'
import { useWords } from '../strings/useWords.ts'
import { InspectorPanel } from './InspectorPanel.tsx'
import { ItemLinks } from './ItemLinks.tsx'
import { useInspection } from './useInspection.ts'

export interface PhasePanelProps {
  readonly session: Session
  readonly insides: SessionInsides
}

/** Why the phase is what it is: each rule in its order, whether it holds, and which items make it hold. */
export const PhasePanel = ({ session, insides }: PhasePanelProps): ReactElement => {
  const status = useWords('status', englishStatus)
  const words = useInspection()
  const shown = session.getState().phase
  const grounds = phaseGroundsOf(insides.ledger)
  const { phase, rules } = explainPhase(grounds.live, grounds.isTurnOpen)
  const decisive = rules.find(({ holds }) => holds)
  return (
    <InspectorPanel title={words.why} summary={status.phases[shown]}>
      <ol className="twk-inspector__rules" data-phase={phase}>
        {rules.map((rule) => (
          <li key={rule.phase} data-holds={rule.holds} data-decides={rule === decisive || undefined}>
            <Mark tone={rule.holds ? 'ok' : 'idle'} />
            <div>
              <span className="twk-visually-hidden">{`${rule.holds ? words.holds : words.fails}: `}</span>
              {words.rules[rule.phase]}
              {rule.phase === 'ai-running' && grounds.openBy !== null && ` ${words.openBy[grounds.openBy]}`}
              {rule === decisive && <b>{` ${words.decides}`}</b>}
              {rule.items.length > 0 && <ItemLinks items={rule.items} />}
            </div>
          </li>
        ))}
      </ol>
    </InspectorPanel>
  )
}
