import type { ComponentPage } from './component-page.ts'

/** The small parts that the others are made of. */
export const foundationPages: readonly ComponentPage[] = [
  {
    title: 'Foundations/Status',
    purpose:
      'The one answer to “what is going on?”, in a word and a dot: idle, working, waiting for the person, or failed; and whether the line is live.',
    keys: [],
    dos: ['Show it once for a conversation.'],
    donts: ['Do not read it aloud at each change: the announcer says what needs to be heard.'],
    styles: 'status/status.css',
  },
  {
    title: 'Foundations/Icons',
    purpose:
      'Line drawings of one em in the colour of the text. They decorate: the words beside them carry the meaning.',
    keys: [],
    dos: ['Give a button that shows only a drawing an `aria-label`.'],
    donts: ['Do not tell two states apart by colour alone.'],
    styles: null,
  },
]
