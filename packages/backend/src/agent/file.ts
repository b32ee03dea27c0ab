import { quoteMarkdown } from '@threadwork/engine'

/** A file that came with a message, as the agent may speak of it. */
export interface ReceivedFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

const units = ['byte', 'kilobyte', 'megabyte'] as const

const sizeOf = (bytes: number): string => {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const format = { style: 'unit', unit: units[power] ?? 'byte', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat('en', format).format(bytes / 1000 ** power)
}

const kindOf = (mediaType: string): string => (mediaType.startsWith('image/') ? 'picture' : 'file')

/** What the agent says of a file before anything else. */
export const fileSentence = (file: ReceivedFile): string =>
  `Thank you for the ${kindOf(file.mediaType)} **${quoteMarkdown(file.name)}** (${sizeOf(file.bytes)}). I keep it with this conversation.`
