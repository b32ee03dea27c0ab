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
    title: 'Message/ReplyActions',
    purpose:
      'What a reply offers: links with their true host, and buttons that send a message as if the person had written it. Above six the rest is folded away.',
    keys: [
      ['Tab', 'walks through the links and buttons'],
      ['Enter, Space', 'opens a link, sends a button’s words'],
    ],
    dos: ['Let a button’s words be what a person would write: they stand in the thread afterwards.'],
    donts: ['Do not offer a decision as a button: an approval has a card that shows what is decided.'],
    styles: 'message/offers.css',
  },
  {
    title: 'Message/Markdown',
    also: ['Message/Markdown/Streaming'],
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
  {
    title: 'Message/Highlight',
    purpose:
      'Colours for code that is closed, once the page is idle, in the colours of the theme. The text stays as it was, so that a selection and a copy do.',
    keys: [],
    dos: ['Pass `highlight()` to `markdown`, and its styles to the page.'],
    donts: ['Do not colour a block that is still open: it would be done anew with each word.'],
    styles: null,
  },
  {
    title: 'Message/Math',
    purpose:
      'Formulas between `$$`, `\\[ \\]` or careful `$`, drawn as MathML that a screen reader reads. A price stays a price, and a formula that is not finished stays text.',
    keys: [],
    dos: ['Pass `math()` to `markdown`.'],
    donts: ['Do not allow macros that link or load: they are off.'],
    styles: null,
  },
  {
    title: 'Message/Diagram',
    purpose:
      'Mermaid blocks, drawn in a frame that has no origin, no network and none of the page. Their source is always there as text.',
    keys: [['Tab', 'reaches the button that shows the source']],
    dos: ['Serve the frame that `@threadwork/react/diagram-frame` makes, with the policy that it brings.'],
    donts: ['Do not draw diagrams in the page itself: their library writes HTML.'],
    styles: null,
  },
]
