import type { ReactNode } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { useStrings } from '../strings/StringsProvider.tsx'

export interface TaskMarkProps {
  readonly isDone: boolean
}

/** The box of a task in a list: a picture with words for it, since nobody can tick it. */
export const TaskMark = ({ isDone }: TaskMarkProps): ReactNode => {
  const strings = useStrings().markdown
  return (
    <span className="twk-markdown__task" data-state={isDone ? 'done' : 'open'}>
      {isDone && <Icon name="check" />}
      <span className="twk-visually-hidden">{isDone ? strings.taskDone : strings.taskOpen}</span>
    </span>
  )
}
