import type { DataPointType, ItemKind } from '@threadwork/core'
import {
  defineRenderers,
  type FieldRendererProps,
  type FieldRenderers,
  type ItemRendererProps,
  type KindRenderers,
  type Renderers,
  type SkillRenderer,
} from '@threadwork/react'
import { useLayoutEffect, useRef, type ComponentType, type ReactElement } from 'react'

/**
 * Draws into an element: called when there is something to draw and each time that it changes. What it returns is
 * called before the next time and at the end.
 */
export type DomRenderer<Given> = (place: HTMLElement, given: Given) => void | (() => void)

type Given<Kind extends ItemKind> = Omit<ItemRendererProps<Kind>, 'children'>

/** Renderers without React, for a page's own script; by kind, by a skill's name, by a field's type. */
export interface DomRenderers {
  readonly kinds?: { readonly [Kind in ItemKind]?: DomRenderer<Given<Kind>> }
  readonly skills?: Readonly<Record<string, DomRenderer<Given<'skill' | 'approval'>>>>
  readonly fields?: {
    readonly [Type in DataPointType | (string & Record<never, never>)]?: DomRenderer<FieldRendererProps>
  }
}

const Drawn = <Props extends object>({
  draw,
  given,
}: {
  readonly draw: DomRenderer<Props>
  readonly given: Props
}): ReactElement => {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => (place.current ? draw(place.current, given) : undefined))
  return <div ref={place} />
}

const componentOf = <Props extends object>(draw: DomRenderer<Props>): ComponentType<Props> => {
  const Own = (given: Props): ReactElement => <Drawn draw={draw} given={given} />
  return Own
}

const componentsOf = (renderers: object | undefined): Record<string, ComponentType<object>> =>
  Object.fromEntries(
    Object.entries(renderers ?? {}).map(([name, draw]: [string, DomRenderer<object>]) => [
      name,
      componentOf(draw),
    ]),
  )

/** The same for React. Its identity is new at each call. */
export const reactRenderers = ({ kinds, skills, fields }: DomRenderers): Renderers =>
  defineRenderers({
    // Each component is made of the renderer under the same name, so that their props agree.
    kinds: componentsOf(kinds) as KindRenderers,
    skills: componentsOf(skills) as Record<string, SkillRenderer>,
    fields: componentsOf(fields) as FieldRenderers,
  })
