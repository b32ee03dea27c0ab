import { memo, useEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import { englishApprovalCard } from '../strings/approval-card.ts'
import { useWords } from '../strings/useWords.ts'
import { LongText } from './LongText.tsx'
import { isFolded } from './long-text.ts'
import type { ParameterRow } from './parameter-rows.ts'
import type { SeenWatch } from './seen-watch.ts'
import { flagText, glossWords } from './value-words.tsx'
import { VisibleText } from './VisibleText.tsx'
import { useHydrated } from '../clock/useHydrated.ts'

export interface ParameterRowViewProps {
  readonly row: ParameterRow
  /** How many characters of a long text are drawn; 0 while it is folded. */
  readonly open: number
  readonly onOpen: (row: number, characters: number) => void
  readonly watch: SeenWatch
  readonly onSeen: (row: number) => void
}

/** Deeper levels are not set in further: they say their number. */
const deepestIndent = 6

const Name = ({ row }: { readonly row: ParameterRow }): ReactNode => {
  const strings = useWords('approval', englishApprovalCard)
  const { name, label, depth } = row
  return (
    <dt className="twk-parameters__name">
      {typeof name === 'number' ? strings.entry(name) : <VisibleText text={label ?? name} />}
      {row.isNameShown && (
        <code className="twk-parameters__key">
          <VisibleText text={String(name)} />
        </code>
      )}
      {depth > deepestIndent && <span className="twk-parameters__hint">{strings.level(depth)}</span>}
      {row.hint !== null && (
        <span className="twk-parameters__hint">
          <VisibleText text={row.hint} />
        </span>
      )}
      {row.flags.map((flag) => (
        <span key={flag.type} className="twk-parameters__flag" data-type={flag.type}>
          {flagText(flag, strings)}
        </span>
      ))}
    </dt>
  )
}

const Value = ({ row, open, onOpen }: Pick<ParameterRowViewProps, 'row' | 'open' | 'onOpen'>): ReactNode => {
  const strings = useWords('approval', englishApprovalCard)
  const { value } = row
  switch (value.kind) {
    case 'list':
    case 'group':
      return (
        <div className="twk-parameters__head">
          {value.kind === 'list'
            ? `[ ] ${strings.entries(value.size)}`
            : `{ } ${strings.members(value.size)}`}
        </div>
      )
    default:
      return (
        <LongText
          text={value.text}
          isCode={value.kind === 'structure'}
          open={open}
          onOpen={(characters) => onOpen(row.index, characters)}
        />
      )
  }
}

const View = (props: ParameterRowViewProps): ReactNode => {
  const isHydrated = useHydrated()
  const { row, open, watch, onSeen } = props
  const strings = useWords('approval', englishApprovalCard)
  const end = useRef<HTMLElement>(null)
  const folded = 'text' in row.value && isFolded(row.value.text, open)

  useEffect(() => {
    if (folded || !end.current) return undefined
    return watch.observe(end.current, () => onSeen(row.index))
  }, [folded, row.index, watch, onSeen])

  const indent = { '--twk-depth': Math.min(row.depth, deepestIndent) } as CSSProperties // a custom property
  return (
    <div className="twk-parameters__row" data-nested={row.depth > 0 || undefined} style={indent}>
      <Name row={row} />
      <dd className="twk-parameters__value" data-kind={row.value.kind}>
        <Value row={row} open={open} onOpen={props.onOpen} />
        {row.gloss !== null && (
          <div className="twk-parameters__gloss">
            {isHydrated || row.gloss.type !== 'date' ? glossWords(row.gloss, strings) : '\u00A0'}
          </div>
        )}
        <i ref={end} aria-hidden="true" />
      </dd>
    </div>
  )
}

/** One value of a call, or the head of several. */
export const ParameterRowView: (props: ParameterRowViewProps) => ReactNode = memo(View)
