import type { Fact, LoggedReport, Session } from '@threadwork/core'
import { createRedactor, itemsShowing } from '@threadwork/core/inspect'
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { useSessionState } from '../hooks/useConversation.ts'
import { ItemLinks } from './ItemLinks.tsx'
import { useInspection } from './useInspection.ts'
import { outlineOfPayload } from './wire-outline.ts'

export interface EventJourneyProps {
  readonly report: LoggedReport
  readonly session: Session
  readonly onClose: () => void
}

const json = (value: unknown): string => JSON.stringify(value, null, 2) ?? ''

const Code = ({ label, value }: { readonly label: string; readonly value: unknown }): ReactElement => (
  <pre tabIndex={0} aria-label={label}>
    {json(value)}
  </pre>
)

const typesOf = (facts: readonly Fact[]): string =>
  facts.map((fact) => (fact.type === 'event' ? fact.event.type : fact.type)).join(', ')

const itemsOfState = ({ items }: ReturnType<Session['getState']>) => items

/** One event's way from the wire to the item that shows it. Texts and parameters are hidden until they are asked for. */
export const EventJourney = ({ report, session, onClose }: EventJourneyProps): ReactElement => {
  const words = useInspection()
  const items = useSessionState(session, itemsOfState)
  const [isContentShown, setContentShown] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const { heard } = report
  const facts = heard?.facts ?? []
  const shown = useMemo(() => itemsShowing(heard?.facts ?? [], items), [heard, items])
  const hide = useMemo(() => createRedactor(), [])
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="twk-inspector__journey" aria-label={words.journey}>
      <div className="twk-inspector__journey-head">
        <h3 ref={heading} tabIndex={-1}>
          {words.journey}
        </h3>
        <button type="button" className="twk-text-button" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <ol>
        <li>
          <b>{words.wire}</b> <code>{report.name}</code> {report.detail}
          {heard && (
            <Code
              label={words.wire}
              value={isContentShown ? heard.payload : outlineOfPayload(heard.payload)}
            />
          )}
        </li>
        <li>
          <b>{words.event}</b> {facts.length === 0 ? words.noEvent : <code>{typesOf(facts)}</code>}
        </li>
        {facts.length > 0 && (
          <>
            <li>
              <b>{words.facts}</b>
              <Code label={words.facts} value={isContentShown ? facts : hide(facts)} />
            </li>
            <li>
              <b>{words.shownBy}</b> {shown.length === 0 ? words.noItem : <ItemLinks items={shown} />}
            </li>
          </>
        )}
      </ol>
      {heard && (
        <label className="twk-hint">
          <input
            type="checkbox"
            checked={isContentShown}
            onChange={({ target }) => setContentShown(target.checked)}
          />
          {words.showContent}
        </label>
      )}
    </section>
  )
}
