import { isRecord } from '../base/is-record.ts'

/** What the frame tells. Anything else that comes from it is nothing. */
export type FrameMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'drawn'; readonly title: string }
  | { readonly type: 'size'; readonly height: number }
  | { readonly type: 'failed' }

/** How a diagram is to look: colours as CSS writes them. */
export interface DiagramLook {
  readonly ink: string
  readonly line: string
  readonly surface: string
  readonly soft: string
  readonly accent: string
  readonly font: string
  readonly isDark: boolean
}

/** What the page tells the frame. */
export interface DrawMessage {
  readonly twk: 'draw'
  readonly source: string
  readonly look: DiagramLook
}

const highest = 3000
const longestTitle = 200

/** Reads a message of the frame; `null` when it is none. A height is kept within what a page can bear. */
export const readFrameMessage = (data: unknown): FrameMessage | null => {
  if (!isRecord(data) || data['twk'] !== 'diagram') return null
  const { type, height, title } = data
  if (type === 'ready' || type === 'failed') return { type }
  if (type === 'drawn') return { type, title: typeof title === 'string' ? title.slice(0, longestTitle) : '' }
  if (type !== 'size' || typeof height !== 'number' || !(height > 0)) return null
  return { type, height: Math.min(highest, height) }
}
