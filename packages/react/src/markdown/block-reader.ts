import { openBlock, settledBlock, type Block } from './block.ts'
import { fenceAt, findBlockEnd, findFenceEnd, type OpenFence } from './find-block-end.ts'
import type { Footnote } from './footnote.ts'
import { References } from './references.ts'

/** At most eight blocks that are drawn in one box. */
export type BlockGroup = readonly Block[]

export interface BlockReading {
  /** A block that did not change keeps its identity from one reading to the next, and so does its group. */
  readonly groups: readonly BlockGroup[]
  readonly footnotes: readonly Footnote[]
}

const groupSize = 8

/** Behind so many characters of a line, what comes on that line says nothing more of where a block ends. */
const decisiveLength = 16

/**
 * Splits a growing text into blocks. It remembers what is settled and reads on from there, so that a piece costs
 * what the open block costs, however long the text is. One reader serves one message.
 */
export class BlockReader {
  #text = ''
  #isWhole = false
  /** Behind the settled blocks. */
  #offset = 0
  #count = 0
  #groups: BlockGroup[] = []
  #references = new References()
  /** The fence that the open block consists of, as far as it was looked through. */
  #fence: OpenFence | null = null
  #reading: BlockReading = { groups: [], footnotes: [] }

  /** `isStreaming`: more will come, so the last block stays open and is healed. */
  read(text: string, isStreaming: boolean): BlockReading {
    if (text === this.#text && this.#isWhole === !isStreaming) return this.#reading
    if (this.#isWhole || text.slice(0, this.#text.length) !== this.#text) this.#forget()
    const canEnd = text.slice(this.#text.length).includes('\n') || this.#isLineShort()
    this.#text = text
    this.#isWhole = !isStreaming
    if (canEnd) this.#settle()
    const rest = text.slice(this.#offset)
    this.#reading = isStreaming ? this.#withOpenEnd(rest) : this.#withLast(rest)
    return this.#reading
  }

  #forget(): void {
    this.#text = ''
    this.#offset = 0
    this.#count = 0
    this.#groups = []
    this.#references = new References()
    this.#fence = null
  }

  #isLineShort(): boolean {
    return this.#text.length - this.#text.lastIndexOf('\n') <= decisiveLength
  }

  #settle(): void {
    for (;;) {
      const end = this.#findEnd()
      if (end === null) return
      this.#add(this.#text.slice(this.#offset, end))
      this.#offset = end
      this.#fence = null
    }
  }

  /** As `findBlockEnd`, but a long fence is looked through once and not for each of its lines. */
  #findEnd(): number | null {
    this.#fence ??= fenceAt(this.#text, this.#offset)
    if (!this.#fence) return findBlockEnd(this.#text, this.#offset)
    const found = findFenceEnd(this.#text, this.#fence)
    if (typeof found === 'number') return found
    this.#fence = found
    return null
  }

  #add(text: string): void {
    const block = settledBlock(text, this.#references.prefixFor(text))
    this.#put(this.#count, block)
    // What this block defines, earlier ones may have named.
    const naming = block.type === 'code' ? [] : this.#references.settle(this.#count, text)
    for (const index of naming) {
      const named = this.#references.read(index)
      if (named) this.#put(index, settledBlock(named.text, named.prefix))
    }
    this.#count += 1
  }

  #put(index: number, block: Block): void {
    const place = Math.floor(index / groupSize)
    const group = [...(this.#groups[place] ?? [])]
    group[index % groupSize] = block
    this.#groups[place] = group
  }

  #withLast(rest: string): BlockReading {
    if (rest.trim() !== '') this.#add(rest)
    return { groups: [...this.#groups], footnotes: this.#footnotes('') }
  }

  #withOpenEnd(rest: string): BlockReading {
    const groups = [...this.#groups]
    if (rest.trim() === '') return { groups, footnotes: this.#footnotes('') }
    const block = openBlock(rest, this.#references.prefixFor(rest))
    const place = Math.floor(this.#count / groupSize)
    groups[place] = [...(groups[place] ?? []), block]
    return { groups, footnotes: this.#footnotes(block.type === 'code' ? '' : rest) }
  }

  /** The same list while nothing in it changed. */
  #footnotes(openEnd: string): readonly Footnote[] {
    const last = this.#reading.footnotes
    const next = this.#references.footnotes(openEnd)
    const isSame =
      next.length === last.length &&
      next.every(({ source, marks, label }, index) => {
        const known = last[index]
        return known?.label === label && known.source === source && known.marks === marks
      })
    return isSame ? last : next
  }
}
