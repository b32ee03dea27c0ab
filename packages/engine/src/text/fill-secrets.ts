import type { Rendered } from '../rendered.ts'
import { encode } from './encode.ts'

/** A rendered text with the values of its secrets, each in the encoding of its place. For the host alone. */
export const fillSecrets = (rendered: Rendered, valueOf: (name: string) => string): string =>
  rendered
    .map((piece) => (typeof piece === 'string' ? piece : encode(valueOf(piece.secret), piece.encoding)))
    .join('')
