import type { DataPoint, FieldGroup } from '@threadwork/core'

/** A form as it is drawn: fields, and titled groups of them in the place of their first field. */
export type FormPart =
  | { readonly type: 'field'; readonly field: DataPoint }
  | { readonly type: 'group'; readonly group: FieldGroup; readonly parts: readonly FormPart[] }

interface OpenGroup {
  readonly group: FieldGroup
  readonly fields: DataPoint[]
}

/** Puts fields of one group together, at any depth. */
export const partsOf = (fields: readonly DataPoint[], depth = 0): readonly FormPart[] => {
  const parts: (DataPoint | OpenGroup)[] = []
  const groups = new Map<string, OpenGroup>()
  for (const field of fields) {
    const group = field.groups[depth]
    const open = group && groups.get(group.key)
    if (!group) parts.push(field)
    else if (open) open.fields.push(field)
    else {
      const opened = { group, fields: [field] }
      groups.set(group.key, opened)
      parts.push(opened)
    }
  }
  return parts.map((part) =>
    'fields' in part
      ? { type: 'group', group: part.group, parts: partsOf(part.fields, depth + 1) }
      : { type: 'field', field: part },
  )
}
