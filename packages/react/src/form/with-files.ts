import type { DataPoint } from '@threadwork/core'
import type { FormStrings } from '../strings/form.ts'
import { ownControlFor } from './control-for.ts'
import type { FieldControls } from './field-control.ts'
import type { UploadFile } from './file-entry.ts'

export interface FileMeans {
  readonly renderers: FieldControls
  readonly upload: UploadFile | null
  readonly maxUploadBytes: number | null
  readonly strings: FormStrings
}

const smaller = (left: number | null, right: number | null): number | null =>
  left !== null && right !== null ? Math.min(left, right) : (left ?? right)

/** Fits File fields to what is there: the limit of the way to the backend, or a text where no file can be sent. */
export const withFiles = (
  fields: readonly DataPoint[],
  { renderers, upload, maxUploadBytes, strings }: FileMeans,
): readonly DataPoint[] =>
  fields.map((field) => {
    if (field.type !== 'File' || ownControlFor(field, renderers)) return field
    if (upload) return { ...field, maxBytes: smaller(field.maxBytes, maxUploadBytes) }
    const help = field.help === null ? strings.fileAsText : `${field.help} ${strings.fileAsText}`
    return { ...field, type: 'Text', help, isMultiple: false, accept: null, maxBytes: null }
  })
