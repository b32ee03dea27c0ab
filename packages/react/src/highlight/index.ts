export { highlight, type HighlightOptions } from './highlight.ts'
export type { LanguageLoader } from './languages.ts'
