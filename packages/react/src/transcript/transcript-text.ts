import { daysOf } from './transcript-days.ts'
import type { TranscriptEntry } from './transcript-entry.ts'
import type { TranscriptWords } from './useTranscriptWords.ts'

/** How the parts of an entry are written. */
interface Format {
  readonly day: (name: string) => string
  readonly heading: (text: string, time: string | null) => string
  readonly words: (text: string) => string
  readonly fact: (label: string, value: string) => string
  /** Between the parts of an entry. */
  readonly gap: string
}

const blockOf = (entry: TranscriptEntry, strings: TranscriptWords, format: Format): string => {
  const { heading, status, text, markdown, facts, at } = entry
  return [
    format.heading(heading, at === null ? null : strings.time.clock(at)),
    status === null ? '' : format.words(status),
    text === null ? '' : format.words(text),
    // An agent writes Markdown: it stands as it is in both.
    markdown ?? '',
    facts.map(({ label, value }) => format.fact(label, value)).join('\n'),
  ]
    .filter((part) => part !== '')
    .join(format.gap)
}

const write = (entries: readonly TranscriptEntry[], strings: TranscriptWords, format: Format): string => {
  const days = daysOf(entries)
  const blocks = entries.flatMap((entry, index) => {
    const block = blockOf(entry, strings, format)
    return days.has(index) && entry.at !== null ? [format.day(strings.thread.day(entry.at)), block] : [block]
  })
  return `${blocks.join('\n\n')}\n`
}

/** A conversation as plain text, to paste into a mail. */
export const toText = (entries: readonly TranscriptEntry[], strings: TranscriptWords): string =>
  write(entries, strings, {
    day: (name) => `— ${name} —`,
    heading: (text, time) => strings.message.label(text, time),
    words: (text) => text,
    fact: (label, value) => `  ${strings.transcript.fact(label, value.replaceAll('\n', '\n  '))}`,
    gap: '\n',
  })

// A backslash before a sign takes its meaning; at the start of a line some more have one.
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>|~]/g, String.raw`\$&`)
    .replaceAll(/^(\s*)([#+=-]|\d+(?=[.)]))/gm, (_, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
    )
    .replaceAll('\n', '  \n')

/** A conversation as Markdown. What a person or a card said in plain words stays plain. */
export const toMarkdown = (entries: readonly TranscriptEntry[], strings: TranscriptWords): string =>
  write(entries, strings, {
    day: (name) => `## ${escaped(name)}`,
    heading: (text, time) => `**${escaped(strings.message.label(text, time))}**`,
    words: escaped,
    fact: (label, value) => `- ${strings.transcript.fact(escaped(label), escaped(value))}`,
    gap: '\n\n',
  })
