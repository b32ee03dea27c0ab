import { englishMarkdownText, type MarkdownTextStrings } from './markdown-text.ts'

export interface MarkdownStrings extends MarkdownTextStrings {
  readonly copy: string
  readonly copied: string
  readonly code: string
  codeIn(language: string | null): string
  readonly table: string
  readonly image: string
  imageNamed(alternative: string): string
  loadImage(host: string): string
  imageBlocked(host: string): string
  imageFailed(host: string): string
  readonly openImage: string
  opens(host: string): string
  writesTo(address: string): string
  readonly formula: string
  readonly formulaFailed: string
  readonly diagram: string
  /** Its title may be empty. */
  diagramNamed(title: string): string
  readonly diagramDrawing: string
  readonly diagramFailed: string
  readonly showSource: string
  readonly hideSource: string
  readonly taskDone: string
  readonly taskOpen: string
  /** The name of the list of footnotes. */
  readonly notes: string
  /** A reference to a footnote, counted from one. */
  note(number: number): string
  /** The way back from a footnote to the place that refers to it, counted from one. */
  backToText(number: number, place: number): string
}

export const englishMarkdown: MarkdownStrings = {
  ...englishMarkdownText,
  copy: 'Copy',
  copied: 'Copied',
  code: 'Code',
  codeIn: (language) => (language === null ? 'Code' : `Code in ${language}`),
  table: 'Table',
  image: 'Image',
  imageNamed: (alternative) => `Image: ${alternative}`,
  loadImage: (host) => `Load image from ${host}`,
  imageBlocked: (host) => `not loaded from ${host}`,
  imageFailed: (host) => `could not be loaded from ${host} here`,
  openImage: 'Open the image',
  opens: (host) => `Opens ${host} in a new tab`,
  writesTo: (address) => `Writes to ${address}`,
  formula: 'Formula',
  formulaFailed: 'could not be drawn as a formula',
  diagram: 'Diagram',
  diagramNamed: (title) => (title === '' ? 'Diagram' : `Diagram: ${title}`),
  diagramDrawing: 'Drawing the diagram…',
  diagramFailed: 'This diagram could not be drawn. Its source:',
  showSource: 'Show source',
  hideSource: 'Hide source',
  taskDone: 'Done:',
  taskOpen: 'To do:',
  notes: 'Footnotes',
  note: (number) => `Footnote ${number}`,
  backToText: (number, place) =>
    place === 1 ? `Back to reference ${number}` : `Back to reference ${number}, place ${place}`,
}
