import { Component, type ReactNode } from 'react'

export interface BoundaryProps {
  /** Drawn in place of `children` once they have thrown. */
  readonly fallback: ReactNode
  /** Another value is another try. */
  readonly attempt: string
  readonly children: ReactNode
}

interface BoundaryState {
  readonly attempt: string
  readonly isBroken: boolean
}

/** Keeps what throws while it is drawn from taking its surroundings along. React reports the error as usual. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { attempt: this.props.attempt, isBroken: false }

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { isBroken: true }
  }

  static getDerivedStateFromProps({ attempt }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return attempt === state.attempt ? null : { attempt, isBroken: false }
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.fallback : this.props.children
  }
}
