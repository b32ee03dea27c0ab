'use client'

import type { Session, SessionState } from '@threadwork/core'
import { useMemo, useState, useSyncExternalStore, type ReactElement } from 'react'
import { useSessionIfAny } from '../hooks/SessionProvider.tsx'
import { useSessionState } from '../hooks/useConversation.ts'
import { englishInspector } from '../strings/inspector.ts'
import { englishStatus } from '../strings/status.ts'
import { useWords } from '../strings/useWords.ts'
import { EventJourney } from './EventJourney.tsx'
import { FaultsPanel, type InspectorFaults } from './FaultsPanel.tsx'
import { LinkPanel } from './LinkPanel.tsx'
import { OutboxPanel } from './OutboxPanel.tsx'
import { PhasePanel } from './PhasePanel.tsx'
import { createReportArchive } from './report-archive.ts'
import { filterReports, noFilter, runsOf } from './report-filter.ts'
import { ReportFilters } from './ReportFilters.tsx'
import { ReportList } from './ReportList.tsx'
import { TapeControl } from './TapeControl.tsx'
import { useInsides } from './useInsides.ts'
import { useInspection } from './useInspection.ts'

export interface EventInspectorProps {
  /** Left out, the session of the nearest `Chat` or `SessionProvider` is shown. */
  readonly session?: Session
  /** What a mocked server can be made to do wrong. */
  readonly faults?: InspectorFaults
  /** Takes a finished tape; left out, the browser saves it as a file. */
  readonly onSaveTape?: (tape: string) => void
}

/**
 * What comes over the wire, newest first, with what was ignored and what could not be read; and what the session makes
 * of it. Texts and parameters are hidden until they are asked for.
 */
export const EventInspector = (props: EventInspectorProps): ReactElement => {
  const above = useSessionIfAny()
  const session = props.session ?? above
  if (session) return <Inspector key={session.conversationId} {...props} session={session} />
  throw new Error(
    'An EventInspector got no session, so it has nothing to list. Pass session={…}, or put it inside <Chat>.',
  )
}

const linkOfState = (state: SessionState) => state.link

type InspectorProps = EventInspectorProps & { readonly session: Session }

const Inspector = ({ session, faults, onSaveTape }: InspectorProps): ReactElement => {
  const strings = useWords('inspector', englishInspector)
  const status = useWords('status', englishStatus)
  const link = useSessionState(session, linkOfState)
  const insides = useInsides(session)
  return (
    <section className="twk-inspector" aria-label={strings.label}>
      <div className="twk-inspector__head">
        <h2>{strings.label}</h2>
        <span data-link={link}>{strings.link(session.capabilities.name, status.links[link])}</span>
      </div>
      <TapeControl session={session} onSave={onSaveTape} />
      <div className="twk-inspector__panels">
        <PhasePanel session={session} insides={insides} />
        <LinkPanel insides={insides} />
        <OutboxPanel insides={insides} />
        {faults && <FaultsPanel {...faults} />}
      </div>
      <Reports session={session} />
    </section>
  )
}

const Reports = ({ session }: { readonly session: Session }): ReactElement => {
  const strings = useWords('inspector', englishInspector)
  const words = useInspection()
  const archive = useMemo(() => createReportArchive(session), [session])
  const reports = useSyncExternalStore(archive.subscribe, archive.read, archive.read)
  const [filter, setFilter] = useState(noFilter)
  const [chosenId, setChosenId] = useState<number | null>(null)
  const runs = useMemo(() => runsOf(reports), [reports])
  const shown = useMemo(() => filterReports(reports, filter), [reports, filter])
  const chosen = chosenId === null ? undefined : reports.find(({ id }) => id === chosenId)
  if (reports.length === 0) return <p className="twk-inspector__empty">{strings.empty}</p>
  return (
    <>
      <ReportFilters filter={filter} runs={runs} onChange={setFilter} />
      <p className="twk-inspector__count" role="status">
        {shown.length === 0 ? words.noMatch : words.count(shown.length, reports.length)}
      </p>
      {shown.length > 0 && <ReportList reports={shown} chosen={chosenId} onChoose={setChosenId} />}
      {chosen && (
        <EventJourney key={chosen.id} report={chosen} session={session} onClose={() => setChosenId(null)} />
      )}
    </>
  )
}
