import { createElement, type ComponentType, type ReactNode } from 'react'
import { Boundary } from '../base/Boundary.tsx'
import { englishRenderer } from '../strings/renderer.ts'
import { useWords } from '../strings/useWords.ts'
import type { FieldRendererProps } from './renderers.ts'

export interface FieldSlotProps {
  /** The host's control. */
  readonly renderer: ComponentType<FieldRendererProps>
  /** The kit's own, which stands in when the host's throws. */
  readonly standIn: ComponentType<FieldRendererProps>
  readonly given: FieldRendererProps
}

/** A host's control for a field. When it throws, the kit's own takes its place, and what was typed stays. */
export const FieldSlot = ({ renderer, standIn, given }: FieldSlotProps): ReactNode => {
  const { brokenField } = useWords('renderer', englishRenderer)
  return (
    <Boundary
      attempt={given.field.type}
      fallback={
        <>
          {createElement(standIn, given)}
          <p className="twk-hint">{brokenField}</p>
        </>
      }
    >
      {createElement(renderer, given)}
    </Boundary>
  )
}
