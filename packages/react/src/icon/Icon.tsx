import type { ReactNode } from 'react'

const paths = {
  check: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  cross: 'M4 4 12 12 M12 4 4 12',
  exclamation: 'M8 3.2V9 M8 12.2v.4',
  question: 'M5.8 5.9a2.3 2.3 0 1 1 3.4 2c-.8.5-1.2.9-1.2 1.8 M8 12.3v.3',
  arrowOut: 'M6 3.5h6.5V10 M12.3 3.7 4 12',
  arrowUp: 'M8 13V3.5 M3.8 7.6 8 3.4l4.2 4.2',
  chevronDown: 'M3.8 6 8 10.2 12.2 6',
  chevronEnd: 'M6 3.8 10.2 8 6 12.2',
  copy: 'M5.5 5.5V3.2h7.3v7.3h-2.3 M3.2 5.5h7.3v7.3H3.2z',
  image: 'M2.8 3.2h10.4v9.6H2.8z M3 11l3-3.2 2.4 2.4L10.2 8.6 13 11 M10 6.1v.1',
  keyboard: 'M2 4.2h12v7.6H2z M4.4 6.6v.1 M6.8 6.6v.1 M9.2 6.6v.1 M11.6 6.6v.1 M5 9.4h6',
  lock: 'M4 7.2h8v5.6H4z M5.6 7V5.2a2.4 2.4 0 0 1 4.8 0V7',
  minus: 'M4 8h8',
  paperclip:
    'M11.8 7.4 7.5 11.7a2.4 2.4 0 0 1-3.4-3.4l5-5a1.6 1.6 0 0 1 2.3 2.3l-4.8 4.8a.8.8 0 0 1-1.2-1.2l4.2-4.1',
  plus: 'M8 3.5v9 M3.5 8h9',
  retry: 'M12.6 8A4.6 4.6 0 1 1 11 4.4 M11.2 2.2v2.5H8.7',
  stop: 'M5 5h6v6H5z',
  thumbDown: 'M5 9V3.2h6.2l1.6 4.2c.3.8-.3 1.6-1.1 1.6H9.2l.4 2.4c.2 1-.6 1.8-1.4 1.4L5 9z M5 9H2.8V3.2H5',
  thumbUp: 'M5 7v5.8h6.2l1.6-4.2c.3-.8-.3-1.6-1.1-1.6H9.2l.4-2.4c.2-1-.6-1.8-1.4-1.4L5 7z M5 7H2.8v5.8H5',
  trash: 'M3.5 4.5h9 M6 4.3V3h4v1.3 M4.6 4.5l.5 8.3h5.8l.5-8.3',
} as const

export type IconName = keyof typeof paths

/** The names of all drawings. */
export const iconNames: readonly IconName[] = Object.keys(paths) as IconName[]

export interface IconProps {
  readonly name: IconName
}

/** A line drawing of one `em` in the colour of the text. It is decoration: the words beside it carry the meaning. */
export const Icon = ({ name }: IconProps): ReactNode => (
  <svg className="twk-icon" data-icon={name} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path
      d={paths[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
