/** A text without halves of surrogate pairs, which have no form in UTF-8 or in a URL. */
export const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')
