import type { LoggedReport, Session, SessionState } from '@threadwork/core'
import { memo, type ReactElement } from 'react'
import { useSessionIfAny } from '../hooks/SessionProvider.tsx'
import { useSessionState } from '../hooks/useConversation.ts'
import { useReportsOf } from '../hooks/useReports.ts'
import { useStrings } from '../strings/StringsProvider.tsx'

/** The newest reports only: the list is for looking on, not for the archive. */
const mostRows = 300

const time = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const Row = memo(({ report }: { readonly report: LoggedReport }) => {
  const strings = useStrings().inspector
  const kind = strings.kinds[report.type]
  return (
    <li className="twk-inspector__row" data-type={report.type}>
      <time dateTime={new Date(report.at).toISOString()}>{time.format(report.at)}</time>
      <span className="twk-inspector__name">{report.name || kind}</span>
      <span
        className="twk-inspector__detail"
        title={report.bytes === null ? undefined : strings.bytes(report.bytes)}
      >
        {report.type !== 'event' && <span className="twk-visually-hidden">{`${kind} `}</span>}
        {report.detail || (report.type === 'malformed' ? strings.malformed : '')}
      </span>
    </li>
  )
})

export interface EventInspectorProps {
  /** Left out, the session of the nearest `Chat` or `SessionProvider` is shown. */
  readonly session?: Session
}

/** What comes over the wire, newest first, with what was ignored and what could not be read. Never a payload. */
export const EventInspector = (props: EventInspectorProps): ReactElement => {
  const above = useSessionIfAny()
  const session = props.session ?? above
  if (session) return <Reports session={session} />
  throw new Error(
    'An EventInspector got no session, so it has nothing to list. Pass session={…}, or put it inside <Chat>.',
  )
}

const linkOfState = (state: SessionState) => state.link

const Reports = ({ session }: { readonly session: Session }): ReactElement => {
  const strings = useStrings()
  const reports = useReportsOf(session)
  const link = useSessionState(session, linkOfState)
  const shown = reports.slice(-mostRows).toReversed()
  return (
    <section className="twk-inspector" aria-label={strings.inspector.label}>
      <div className="twk-inspector__head">
        <h2>{strings.inspector.label}</h2>
        <span data-link={link}>
          {strings.inspector.link(session.capabilities.name, strings.status.links[link])}
        </span>
      </div>
      {shown.length === 0 ? (
        <p className="twk-inspector__empty">{strings.inspector.empty}</p>
      ) : (
        <ol reversed tabIndex={0} aria-label={strings.inspector.label}>
          {shown.map((report) => (
            <Row key={report.id} report={report} />
          ))}
        </ol>
      )}
    </section>
  )
}
