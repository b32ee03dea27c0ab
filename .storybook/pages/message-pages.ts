import type { ComponentPage } from './component-page.ts'

/** What is said. */
export const messagePages: readonly ComponentPage[] = [
  {
    title: 'Message/Message',
    purpose:
      'One message: a bubble for the person, markdown under a name for the agent. A message that has not arrived says how far it came, and can be sent again or taken back.',
    keys: [
      ['Tab', 'reaches links, code, tables, and the buttons below a reply'],
      ['Enter, Space', 'copy, rate, send again or discard'],
    ],
    dos: ['Give the agent a name that says whose it is.', 'Take feedback only where somebody reads it.'],
    donts: [
      'Do not show a message as sent before the backend has it.',
      'Do not draw markdown of a person’s message: they typed text.',
    ],
    styles: 'message/message.css',
  },
  {
    title: 'Message/Markdown',
    purpose:
      'CommonMark and GFM as they stream: blocks that are whole are never drawn again, half-finished syntax is healed, and a selection survives. Nothing that a model writes can run, fetch or imitate the page.',
    keys: [
      ['Tab', 'reaches links, blocks of code, tables and pictures that were not loaded'],
      ['Arrow keys', 'scroll a wide table or a block of code that has the focus'],
    ],
    dos: [
      'List the sites whose images may be shown in `imageOrigins`.',
      'Pass `streaming` while more text will come.',
    ],
    donts: [
      'Do not allow raw HTML: there is no setting for it, on purpose.',
      'Do not give a message a new key while it streams: it would be parsed anew.',
    ],
    styles: 'markdown/markdown.css',
  },
]
