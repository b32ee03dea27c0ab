/** A person's or a service's own text inside markdown: quoted, never interpreted. */
export const quoteMarkdown = (text: string): string =>
  text.replaceAll(/[\\`*_{}[\]()<>#+!|~&]/g, String.raw`\$&`)
