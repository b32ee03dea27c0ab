import { useEffect, useRef, type ReactNode } from 'react'

export interface StepHeadingProps {
  readonly id: string
  readonly children: ReactNode
}

/** The first line of a step that a person has just asked for: they go on reading here. */
export const StepHeading = ({ id, children }: StepHeadingProps): ReactNode => {
  const line = useRef<HTMLParagraphElement>(null)
  // The button that led here is gone, and the focus with it.
  useEffect(() => line.current?.focus(), [])
  return (
    <p className="twk-card__subtitle" id={id} ref={line} tabIndex={-1}>
      {children}
    </p>
  )
}
