const root = /:where\(\.twk-root:not\(\.twk-root \*\)(?:,\s*\.twk-root\[data-density\])?\)/gu
const variant = /:where\(\.twk-root\[data-(?<name>[a-z]+)=(?<quote>['"]?)(?<value>[a-z]+)\k<quote>\]\)/gu

const prelude = /@(?:media|container)[^{]*/gu
const length = /(?<![\w.-])(?<number>-?\d*\.?\d+)rem\b/gu

/** The custom property that stands for one `rem` inside a shadow tree. */
export const remProperty = '--twk-rem'

/**
 * The kit's stylesheet for a shadow tree. Tokens stand on the host element, where a page's own rules for the tag win
 * and from where they are inherited; `data-theme` becomes the attribute `theme`. A `rem` becomes the person's own text size:
 * in a shadow tree it is still that of the page, and many pages make theirs 62.5 %.
 */
export const shadowStyles = (css: string): string =>
  css
    .replace(root, ':host')
    .replace(variant, ":host([$<name>='$<value>'])")
    // A query takes no custom property.
    .replace(prelude, (query) =>
      query.replace(length, (_match, number: string) => `${Number(number) * 16}px`),
    )
    .replace(length, `calc($<number> * var(${remProperty}))`)
