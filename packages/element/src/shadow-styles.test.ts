import { expect, it } from 'vitest'
import { shadowStyles } from './shadow-styles.ts'

it('puts the tokens on the host element, where a page can set them', () => {
  const css =
    ':where(.twk-root:not(.twk-root *)){--twk-radius-s:6px}:where(.twk-root:not(.twk-root *),.twk-root[data-density]){--twk-density:1}.twk-root{color:red}:where(.twk-root *){}'

  expect(shadowStyles(css)).toBe(
    ':host{--twk-radius-s:6px}:host{--twk-density:1}.twk-root{color:red}:where(.twk-root *){}',
  )
})

it.each([
  [":where(.twk-root[data-theme='dark']){}", ":host([theme='dark']){}"],
  [':where(.twk-root[data-density="compact"]){}', ":host([density='compact']){}"],
  [':where(.twk-root[data-contrast=more]){}', ":host([contrast='more']){}"],
])('makes an attribute of the host out of %s', (css, host) => {
  expect(shadowStyles(css)).toBe(host)
})

it('measures in the person’s own text size instead of that of the page', () => {
  const css = '.a{padding:.5rem 1.25rem;inset:-1rem}@container (inline-size < 40rem){.b{gap:2rem}}.c-1rem{}'

  expect(shadowStyles(css)).toBe(
    '.a{padding:calc(.5 * var(--twk-rem)) calc(1.25 * var(--twk-rem));inset:calc(-1 * var(--twk-rem))}@container (inline-size < 640px){.b{gap:calc(2 * var(--twk-rem))}}.c-1rem{}',
  )
})
