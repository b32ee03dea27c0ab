import { useState, type ReactElement, type ReactNode } from 'react'

export interface InspectorPanelProps {
  readonly title: string
  /** What is said of it while it is closed as well. */
  readonly summary?: ReactNode
  readonly children: ReactNode
}

/** A part of the inspector that opens on a press. What is closed is not drawn. */
export const InspectorPanel = ({ title, summary, children }: InspectorPanelProps): ReactElement => {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="twk-inspector__panel" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className="twk-inspector__title">{title}</span>
        {summary !== undefined && <span className="twk-inspector__summary">{summary}</span>}
      </summary>
      {isOpen && <div className="twk-inspector__body">{children}</div>}
    </details>
  )
}
