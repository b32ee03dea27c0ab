import { definitionsIn, type Note } from './definitions.ts'
import type { Footnote } from './footnote.ts'
import { addCounts, type LabelCounts } from './label-counts.ts'
import { marksIn, mentionsIn } from './label.ts'
import { prefixNotes, writePrefix } from './prefix.ts'

/** A settled block that names something: what is needed to read it again. */
interface Naming {
  readonly text: string
  readonly labels: readonly string[]
  readonly notes: readonly string[]
}

interface WrittenNote {
  readonly text: string
  /** The references before it. */
  readonly before: LabelCounts
}

/** A text, and the definitions that it names as markdown to stand before it. */
export interface PrefixedText {
  readonly text: string
  readonly prefix: string
}

/**
 * What the blocks of one text say of each other: where links lead, which notes there are, and who names them. A block
 * is parsed by itself, so it is given what it names as a prefix.
 */
export class References {
  readonly #links = new Map<string, string>()
  readonly #notes = new Map<string, WrittenNote>()
  readonly #namings = new Map<number, Naming>()
  readonly #blocksByLabel = new Map<string, number[]>()
  #marks: LabelCounts = new Map()

  /** What stands before a text that follows all that is settled. */
  prefixFor(text: string): string {
    const labels = mentionsIn(text)
    return labels.length === 0 ? '' : this.#write(text, labels, prefixNotes(labels, this.#marks))
  }

  /** A settled block that names something, with the prefix that it has by now. */
  read(block: number): PrefixedText | null {
    const naming = this.#namings.get(block)
    return naming
      ? { text: naming.text, prefix: this.#write(naming.text, naming.labels, naming.notes) }
      : null
  }

  /** Takes in a settled block. Returns the settled blocks before it that name what it defines. */
  settle(block: number, text: string): readonly number[] {
    const labels = mentionsIn(text)
    if (labels.length === 0) return []
    const defined = this.#define(text)
    const named = new Set(defined.flatMap((label) => this.#blocksByLabel.get(label) ?? []))
    this.#keep(block, { text, labels, notes: prefixNotes(labels, this.#marks) })
    this.#marks = addCounts(this.#marks, marksIn(text))
    return [...named]
  }

  /** The notes, those of the open end among them, in the order in which the text refers to them. */
  footnotes(openEnd: string): readonly Footnote[] {
    const written = new Map(this.#notes)
    for (const note of definitionsIn(openEnd).notes) this.#addNote(written, note, openEnd)
    if (written.size === 0) return []
    const marks = addCounts(this.#marks, marksIn(openEnd))
    const labels = new Set([...[...marks.keys()].filter((label) => written.has(label)), ...written.keys()])
    return [...labels].map((label, index) => {
      const { text = '', before = marks } = written.get(label) ?? {}
      const named = mentionsIn(text)
      const source = this.#write(text, named, prefixNotes(named, before)) + text
      return { label, number: index + 1, source, marks: marks.get(label) ?? 0 }
    })
  }

  #write(text: string, labels: readonly string[], notes: readonly string[]): string {
    return writePrefix({ notes, links: labels.flatMap((label) => this.#links.get(label) ?? []) }, text)
  }

  #define(text: string): readonly string[] {
    const { links, notes } = definitionsIn(text)
    const added = [...links].filter(([label]) => !this.#links.has(label))
    for (const [label, line] of added) this.#links.set(label, line)
    for (const note of notes) this.#addNote(this.#notes, note, text)
    return added.map(([label]) => label)
  }

  #addNote(notes: Map<string, WrittenNote>, { label, text, start }: Note, block: string): void {
    if (notes.has(label)) return
    notes.set(label, { text, before: addCounts(this.#marks, marksIn(block.slice(0, start))) })
  }

  #keep(block: number, naming: Naming): void {
    this.#namings.set(block, naming)
    for (const label of naming.labels) {
      const blocks = this.#blocksByLabel.get(label)
      if (blocks) blocks.push(block)
      else this.#blocksByLabel.set(label, [block])
    }
  }
}
