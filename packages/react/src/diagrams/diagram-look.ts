import type { DiagramLook } from './frame-message.ts'

const isDark = (colour: string): boolean => {
  const [red = 255, green = 255, blue = 255] = (colour.match(/[\d.]+/gu) ?? []).map(Number)
  return red * 0.3 + green * 0.6 + blue * 0.1 < 128
}

/** The look of the page around a diagram: the style sheet writes its tokens into these properties of the element. */
export const lookOf = (element: Element): DiagramLook => {
  const style = getComputedStyle(element)
  return {
    ink: style.color,
    line: style.textDecorationColor,
    surface: style.backgroundColor,
    soft: style.caretColor,
    accent: style.outlineColor,
    font: style.fontFamily,
    isDark: isDark(style.backgroundColor),
  }
}

/** Calls `onChange` when the theme of the page may be another; returns how to stop. */
export const watchTheme = (element: Element, onChange: () => void): (() => void) => {
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(onChange)
  for (let each: Element | null = element; each; each = each.parentElement)
    observer.observe(each, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] })
  scheme.addEventListener('change', onChange)
  return () => {
    observer.disconnect()
    scheme.removeEventListener('change', onChange)
  }
}
