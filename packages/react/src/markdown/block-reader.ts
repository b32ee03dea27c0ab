import remend from 'remend'
import { addDefinitions, mentionsIn, type Definitions } from './definitions.ts'
import { findBlockEnd } from './find-block-end.ts'

/** A piece of markdown that is parsed by itself. */
export interface Block {
  readonly text: string
  /** The labels in brackets: definitions of these belong to it. */
  readonly mentions: readonly string[]
}

export interface BlockReading {
  /** Groups of eight; a full group keeps its identity from one reading to the next. */
  readonly groups: readonly (readonly Block[])[]
  readonly definitions: Definitions
}

const groupSize = 8
const toBlock = (text: string): Block => ({ text, mentions: mentionsIn(text) })

/** Closes half-finished syntax at the end of a text that is still being written. */
const heal = (text: string): string =>
  remend(text, { linkMode: 'text-only', katex: false, images: true })
    .replace(/!\[([^\]]*)\]\(streamdown:incomplete-image\)$/u, '$1')
    .replace(/!?\[([^\]]*)\]\(streamdown:incomplete-link\)/gu, '$1')

/**
 * Splits a growing text into blocks. It remembers what is settled and reads on from there, so that a piece costs
 * what the open block costs, however long the text is. One reader serves one message.
 */
export class BlockReader {
  #text = ''
  #offset = 0
  #settled: readonly (readonly Block[])[] = []
  #open: readonly Block[] = []
  #definitions: Definitions = new Map()

  /** `isStreaming`: more will come, so the last block stays open and is healed. */
  read(text: string, isStreaming: boolean): BlockReading {
    if (!text.startsWith(this.#text)) this.#forget()
    this.#text = text
    this.#settle()
    const rest = text.slice(this.#offset)
    const blocks = [...this.#open, ...this.#tail(rest, isStreaming)]
    const definitions = isStreaming ? this.#definitions : addDefinitions(this.#definitions, rest)
    return { groups: blocks.length === 0 ? this.#settled : [...this.#settled, blocks], definitions }
  }

  #forget(): void {
    this.#offset = 0
    this.#settled = []
    this.#open = []
    this.#definitions = new Map()
  }

  #settle(): void {
    for (;;) {
      const end = findBlockEnd(this.#text, this.#offset)
      if (end === null) return
      const block = toBlock(this.#text.slice(this.#offset, end))
      this.#offset = end
      this.#definitions = addDefinitions(this.#definitions, block.text)
      this.#open = [...this.#open, block]
      if (this.#open.length < groupSize) continue
      this.#settled = [...this.#settled, this.#open]
      this.#open = []
    }
  }

  #tail(rest: string, isStreaming: boolean): readonly Block[] {
    if (rest.trim() === '') return []
    return [toBlock(isStreaming ? heal(rest) : rest)]
  }
}
