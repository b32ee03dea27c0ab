import type { ComponentPage } from './component-page.ts'

/** The parts of a conversation’s page. */
export const conversationPages: readonly ComponentPage[] = [
  {
    title: 'Conversation/Chat',
    purpose:
      'A whole conversation over one session: header, thread and composer. It fills the height of its parent, and comes back as it was after a drop, a reload and a night’s sleep.',
    keys: [
      ['F6, Shift+F6', 'go from region to region'],
      ['?', 'opens the sheet of keys, outside of fields'],
    ],
    dos: [
      'Give it a parent with a height.',
      'Keep the identity of `renderers`, `strings` and `results` between renders.',
    ],
    donts: ['Do not put it into a parent that scrolls: the thread scrolls itself.'],
    styles: 'chat/chat.css',
  },
  {
    title: 'Conversation/Thread',
    also: ['Conversation/Long thread'],
    purpose:
      'The items of a conversation, oldest first. It follows the end while the reader is there and never moves a reader who is not. Above some two hundred rows only what can be seen is drawn.',
    keys: [
      ['Page Up, Page Down, Home, End', 'scroll, once the thread has the focus'],
      ['Tab', 'walks through what can be pressed in the thread'],
    ],
    dos: [
      'Pass `items` for a transcript of your own, or let it read the session above.',
      'Open the whole transcript to search a long conversation with the browser.',
    ],
    donts: ['Do not scroll it from outside: it would fight the reader.'],
    styles: 'thread/thread.css',
  },
  {
    title: 'Conversation/Composer',
    purpose:
      'Where a person writes. It keeps a draft for each conversation, waits for input methods to finish, takes files where the transport does, and says what Stop will do.',
    keys: [
      ['Enter', 'sends; never half a word of an input method'],
      ['Shift+Enter', 'begins a new line'],
      ['Ctrl+Enter, ⌘+Enter', 'sends as well'],
    ],
    dos: [
      'Word the placeholder as what this agent can do.',
      'Set `maxLength` where the backend has a limit.',
    ],
    donts: ['Do not disable it while the agent works: a message waits for its turn.'],
    styles: 'composer/composer.css',
  },
  {
    title: 'Conversation/ConversationList',
    purpose:
      'A person’s conversations by age, newest first, each with its state in a dot and in words. Deleting asks once, and the focus stays in the list.',
    keys: [
      ['Arrow keys, Home, End', 'walk through the conversations'],
      ['Enter', 'opens one'],
      ['Ctrl+K, ⌘+K', 'begins a new one, where the host wants the shortcut'],
    ],
    dos: ['Name a conversation by what the person asked.', 'Pass `onOlder` while there are more pages.'],
    donts: ['Do not reload the whole list for one state that changed.'],
    styles: 'conversation-list/conversation-list.css',
  },
  {
    title: 'Conversation/WorkflowHeader',
    purpose:
      'The header’s left half: the running workflow with its progress, else the conversation’s title. It clears when the workflow completes; the card stays in the thread.',
    keys: [],
    dos: ['Leave it in the header: it is where people look to see whether anything runs.'],
    donts: ['Do not show percentages that nobody counted: it shows steps.'],
    styles: 'workflow/workflow.css',
  },
  {
    title: 'Conversation/Waiting messages',
    purpose:
      'Messages that were written while a turn ran. They stand in sight, go out once when it is over, in their order, and can be edited or taken back until then.',
    keys: [
      ['Tab', 'reaches Edit, Remove and Send now'],
      ['Escape', 'leaves the editing of one'],
    ],
    dos: ['Let people write at any time; the outbox keeps the order.'],
    donts: ['Do not send what waits behind a failure without asking.'],
    styles: 'composer/composer.css',
  },
  {
    title: 'Conversation/Keyboard shortcuts',
    purpose:
      'The sheet of all keys, made from the map that handles them. A person switches single letters and signs off there; a host remaps keys and lists its own.',
    keys: [
      ['?', 'opens the sheet, outside of fields'],
      ['Escape', 'closes it; the focus goes back'],
    ],
    dos: ['List the page’s own shortcuts with `useShortcut`, so that they stand beside the chat’s.'],
    donts: ['Do not take keys that a browser or a screen reader needs.'],
    styles: 'keys/keys.css',
  },
  {
    title: 'Conversation/Announcer',
    purpose:
      'What a screen reader hears: each finished message once, a sentence for each card, what needs the person first; nothing for a token and nothing of a replay.',
    keys: [],
    dos: ['Mount one for a conversation; `Thread` does.'],
    donts: ['Do not make the log a live region: it would read every word as it streams.'],
    styles: null,
  },
  {
    title: 'Conversation/EventInspector',
    purpose:
      'What came over the wire, newest first, and what the session made of it: one event’s way from the wire to its item, why the phase is what it is, the outbox, and the faults that a mocked server can be given. For those who build, not for those who chat.',
    keys: [
      ['Arrow keys, Home, End', 'walk through the events'],
      ['Enter', 'follows one from the wire to its item'],
    ],
    dos: [
      'Import it from `@threadwork/react/inspector`, with its own stylesheet, so that no visitor pays for it.',
      'Leave texts and parameters out of a tape that leaves the house: the recorder does unless it is asked.',
    ],
    donts: ['Do not show it to customers: it names what the cards put into words.'],
    styles: 'inspector/inspector.css',
  },
  {
    title: 'Conversation/TapeViewer',
    purpose:
      'A recorded conversation, read-only, with a scrubber over its time. It draws with the cards of the kit what the person saw at each moment.',
    keys: [
      ['Arrow keys, Home, End', 'move through the time, once the scrubber has the focus'],
      ['Space', 'plays and pauses, once the button has the focus'],
    ],
    dos: ['Give it the text of any tape: a file that is none is told plainly.'],
    donts: ['Do not build a session for it: a tape needs no server.'],
    styles: 'inspector/inspector.css',
  },
]
