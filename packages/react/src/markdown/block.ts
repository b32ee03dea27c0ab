import remend from 'remend'
import { readFencedCode, type FencedCode } from './fenced-code.ts'

/** A piece of a message that is drawn by itself. */
export type Block =
  | { readonly type: 'markdown'; readonly source: string }
  | ({ readonly type: 'code' } & FencedCode)

const halfFinished = /[*_~`[\]<!$=-]/u

/** Closes half-finished syntax at the end of a text that is still being written. */
const heal = (text: string): string =>
  halfFinished.test(text)
    ? remend(text, { linkMode: 'text-only', katex: false, images: true })
        .replace(/!\[([^\]]*)\]\(streamdown:incomplete-image\)$/u, '$1')
        .replace(/!?\[([^\]]*)\]\(streamdown:incomplete-link\)/gu, '$1')
    : text

/** A settled block of a text. `prefix`: the definitions that it names. */
export const settledBlock = (text: string, prefix: string): Block => {
  const fenced = readFencedCode(text, false)
  return fenced ? { type: 'code', ...fenced } : { type: 'markdown', source: prefix + text }
}

/** The block at the end of a text that is still being written. */
export const openBlock = (text: string, prefix: string): Block => {
  const fenced = readFencedCode(text, true)
  return fenced ? { type: 'code', ...fenced } : { type: 'markdown', source: prefix + heal(text) }
}
