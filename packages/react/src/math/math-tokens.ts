import type { Code, Construct, Extension, State } from 'micromark-util-types'
import { isFormula } from './dollar-rule.ts'
import { FormulaReader, isLineEnding, type FormulaKind, type Sign } from './formula-reader.ts'

const dollar = 36
const backslash = 92
const openParenthesis = 40
const openBracket = 91
const colon = 58

const oneDollar: Sign = { open: [dollar], close: [dollar] }
const twoDollars: Sign = { open: [dollar, dollar], close: [dollar, dollar] }
const parentheses: Sign = { open: [backslash, openParenthesis], close: [backslash, 41] }
const brackets: Sign = { open: [backslash, openBracket], close: [backslash, 93] }

type Judge = FormulaKind['isFormula']

const isSpace = (code: Code): boolean => code === -2 || code === -1 || code === 32
// Line ends and tabs are codes below zero.
const characterOf = (code: Code): string | null =>
  code === null ? null : code < 0 ? ' ' : String.fromCharCode(code)

const isNoPrice: Judge = (content, before, after) =>
  isFormula(content, { before: characterOf(before), after: characterOf(after) })
const isFilled: Judge = (content) => content.trim() !== ''
// `\[label\](address)` and its like are brackets that somebody kept from being a link.
const isNoLink: Judge = (content, _, after) =>
  content.trim() !== '' && after !== openParenthesis && after !== openBracket && after !== colon

const inText = (sign: Sign, judge: Judge): Construct => {
  const kind: FormulaKind = { sign, token: 'mathText', isMultiline: sign !== oneDollar, isFormula: judge }
  return {
    name: 'mathText',
    tokenize(effects, ok, nok) {
      return new FormulaReader(this, effects, kind, ok, nok).start
    },
  }
}

/** A formula with nothing else in its lines: what looks like a list or a heading in it is a part of it. */
const inFlow = (sign: Sign): Construct => {
  const kind: FormulaKind = { sign, token: 'mathFlow', isMultiline: true, isFormula: isFilled }
  return {
    name: 'mathFlow',
    concrete: true,
    tokenize(effects, ok, nok) {
      const trailing: State = (code) => {
        if (!isSpace(code)) return code === null || isLineEnding(code) ? ok(code) : nok(code)
        effects.enter('linePrefix')
        return space(code)
      }
      const space: State = (code) => {
        if (!isSpace(code)) {
          effects.exit('linePrefix')
          return trailing(code)
        }
        effects.consume(code)
        return space
      }
      return new FormulaReader(this, effects, kind, trailing, nok).start
    },
  }
}

const flowByCode: Extension['flow'] = {
  [dollar]: [inFlow(twoDollars)],
  [backslash]: [inFlow(brackets)],
}
const textByCode: Extension['text'] = {
  [dollar]: [inText(twoDollars, isFilled), inText(oneDollar, isNoPrice)],
  [backslash]: [inText(parentheses, isFilled), inText(brackets, isNoLink)],
}

/** What micromark reads formulas with. */
export const mathTokens: Extension = { flow: flowByCode, text: textByCode }
