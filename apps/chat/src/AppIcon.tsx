import type { ReactElement } from 'react'

const paths = {
  menu: 'M2.5 4.5h11 M2.5 8h11 M2.5 11.5h11',
  events: 'M2.5 4h2 M6.5 4h7 M2.5 8h2 M6.5 8h7 M2.5 12h2 M6.5 12h7',
  scenarios: 'M8 2.2l1.5 4.3 4.3 1.5-4.3 1.5L8 13.8 6.5 9.5 2.2 8l4.3-1.5z',
} as const

/** A drawing of the app's own, in the kit's line. */
export const AppIcon = ({ name }: { readonly name: keyof typeof paths }): ReactElement => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path
      d={paths[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
