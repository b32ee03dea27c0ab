import { Fragment, memo, type ReactElement, type ReactNode } from 'react'
import { Markdown } from '../markdown/Markdown.tsx'
import { englishMessageText } from '../strings/message-text.ts'
import { englishTime } from '../strings/time.ts'
import { useWords } from '../strings/useWords.ts'
import { DayDivider } from '../thread/DayDivider.tsx'
import type { TranscriptEntry } from './transcript-entry.ts'

export interface TranscriptGroupProps {
  readonly entries: readonly TranscriptEntry[]
  /** The numbers of the entries that begin a day. */
  readonly days: ReadonlySet<number>
  /** The number of the first entry. */
  readonly first: number
}

const Entry = ({ entry }: { readonly entry: TranscriptEntry }): ReactElement => {
  const time = useWords('time', englishTime)
  const message = useWords('message', englishMessageText)
  const { heading, status, markdown, text, facts, at } = entry
  const clock = at === null ? null : time.clock(at)
  return (
    <article
      className="twk-transcript__entry"
      data-kind={entry.kind}
      aria-label={message.label(heading, clock)}
    >
      <p className="twk-transcript__heading">
        <bdi>{heading}</bdi>
        {at !== null && <time dateTime={new Date(at).toISOString()}>{clock}</time>}
        {status !== null && <span className="twk-hint">{status}</span>}
      </p>
      {text !== null && <p className="twk-transcript__text">{text}</p>}
      {markdown !== null && <Markdown text={markdown} />}
      {facts.length > 0 && (
        <dl>
          {facts.map(({ label, value }, index) => (
            // Two of one label are two.
            <div key={`${index} ${label}`}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}

const Group = ({ entries, days, first }: TranscriptGroupProps): ReactElement => (
  <div className="twk-transcript__group">
    {entries.map((entry, index) => (
      <Fragment key={entry.key}>
        {entry.at !== null && days.has(first + index) && <DayDivider at={entry.at} />}
        <Entry entry={entry} />
      </Fragment>
    ))}
  </div>
)

/** Some entries that follow each other. The browser leaves them out of its layout while they are out of sight. */
export const TranscriptGroup: (props: TranscriptGroupProps) => ReactNode = memo(Group)
