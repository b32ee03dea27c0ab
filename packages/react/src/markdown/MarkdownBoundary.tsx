import { Component, type ReactNode } from 'react'

export interface MarkdownBoundaryProps {
  readonly text: string
  readonly explanation: string
  readonly children: ReactNode
}

interface MarkdownBoundaryState {
  readonly text: string
  readonly isBroken: boolean
}

/** Keeps a message that cannot be drawn from taking the thread along: its text is shown as it is. */
export class MarkdownBoundary extends Component<MarkdownBoundaryProps, MarkdownBoundaryState> {
  override state: MarkdownBoundaryState = { text: '', isBroken: false }

  static getDerivedStateFromError(): Partial<MarkdownBoundaryState> {
    return { isBroken: true }
  }

  // Another text is another try: the next piece of a stream may well be drawn.
  static getDerivedStateFromProps(
    { text }: MarkdownBoundaryProps,
    state: MarkdownBoundaryState,
  ): MarkdownBoundaryState | null {
    return text === state.text ? null : { text, isBroken: false }
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children
    return (
      <>
        <p className="twk-hint">{this.props.explanation}</p>
        <p className="twk-markdown__plain">{this.props.text}</p>
      </>
    )
  }
}
