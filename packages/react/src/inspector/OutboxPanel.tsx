import type { IntentStatus, SessionInsides } from '@threadwork/core'
import type { ReactElement } from 'react'
import { InspectorPanel } from './InspectorPanel.tsx'
import { useInspection } from './useInspection.ts'

const states: readonly IntentStatus[] = ['queued', 'sending', 'unknown', 'sent', 'failed']

/** What this client asked of the backend, and how far each came. Never what was said. */
export const OutboxPanel = ({ insides }: { readonly insides: SessionInsides }): ReactElement => {
  const words = useInspection()
  const { intents } = insides.outbox
  const countOf = (state: IntentStatus): number => intents.filter(({ status }) => status === state).length
  return (
    <InspectorPanel title={words.outbox} summary={intents.length}>
      <dl className="twk-inspector__facts">
        {states.map((state) => (
          <div key={state} data-state={state}>
            <dt>{words.states[state]}</dt>
            <dd>{countOf(state)}</dd>
          </div>
        ))}
      </dl>
      {intents.length === 0 ? (
        <p className="twk-hint">{words.outboxEmpty}</p>
      ) : (
        <ul className="twk-inspector__intents">
          {intents.toReversed().map((intent) => (
            <li key={intent.id} data-state={intent.status}>
              <b>{words.commands[intent.command.type]}</b>
              <span>{words.states[intent.status]}</span>
              <span>{words.attempts(intent.attempts)}</span>
              {intent.failure && <code>{intent.failure.reason}</code>}
            </li>
          ))}
        </ul>
      )}
    </InspectorPanel>
  )
}
