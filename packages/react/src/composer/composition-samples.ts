/** One event of a recorded session with an input method, as the browser dispatched it. */
export type RecordedEvent =
  | {
      readonly type: 'keydown' | 'keyup'
      readonly key: string
      readonly keyCode: number
      readonly isComposing: boolean
    }
  | { readonly type: 'compositionstart' | 'compositionupdate' | 'compositionend'; readonly data: string }
  /** The field's whole text afterwards. */
  | { readonly type: 'input'; readonly value: string; readonly isComposing: boolean }

/** A word that is composed and confirmed with Enter, and then sent with another Enter. */
export interface RecordedSession {
  readonly name: string
  readonly composing: readonly RecordedEvent[]
  /** What stands in the field when the composition is confirmed. */
  readonly composed: string
  /** How many messages the person has sent by then: a confirmed syllable is the end of the message in Korean. */
  readonly sends: 0 | 1
}

const taken = (type: 'keydown' | 'keyup', key: string, isComposing: boolean): RecordedEvent => ({
  type,
  key,
  keyCode: 229,
  isComposing,
})
const released = (key: string, keyCode: number, isComposing: boolean): RecordedEvent => ({
  type: 'keyup',
  key,
  keyCode,
  isComposing,
})
const started: RecordedEvent = { type: 'compositionstart', data: '' }
const updated = (data: string): RecordedEvent => ({ type: 'compositionupdate', data })
const ended = (data: string): RecordedEvent => ({ type: 'compositionend', data })
const typed = (value: string, isComposing = true): RecordedEvent => ({ type: 'input', value, isComposing })

/**
 * Orders of events as the browsers have them. Chrome and Firefox tell of the confirming Enter first and end the
 * composition then; Safari ends it first, and only the key code 229 shows that the Enter is not the person's.
 */
export const recordedSessions: readonly RecordedSession[] = [
  {
    name: 'Japanese in Chrome',
    composing: [
      taken('keydown', 'n', false),
      started,
      updated('ん'),
      typed('ん'),
      taken('keydown', 'i', true),
      updated('に'),
      typed('に'),
      taken('keydown', ' ', true),
      updated('日'),
      typed('日'),
      taken('keydown', 'Enter', true),
      ended('日'),
      typed('日', false),
      released('Enter', 13, false),
    ],
    composed: '日',
    sends: 0,
  },
  {
    name: 'Japanese in Safari',
    composing: [
      started,
      updated('ん'),
      typed('ん'),
      taken('keydown', 'n', true),
      updated('に'),
      typed('に'),
      taken('keydown', 'i', true),
      updated('日'),
      typed('日'),
      taken('keydown', ' ', true),
      typed('日', false),
      ended('日'),
      taken('keydown', 'Enter', false),
      released('Enter', 13, false),
    ],
    composed: '日',
    sends: 0,
  },
  {
    name: 'Japanese in Firefox',
    composing: [
      { type: 'keydown', key: 'Process', keyCode: 229, isComposing: false },
      started,
      updated('に'),
      typed('に'),
      { type: 'keydown', key: 'Process', keyCode: 229, isComposing: true },
      ended('に'),
      typed('に', false),
      released('Enter', 13, false),
    ],
    composed: 'に',
    sends: 0,
  },
  {
    name: 'Chinese in Chrome, letters confirmed as they are',
    composing: [
      taken('keydown', 'h', false),
      started,
      updated('h'),
      typed('h'),
      taken('keydown', 'i', true),
      updated('hi'),
      typed('hi'),
      taken('keydown', 'Enter', true),
      ended('hi'),
      typed('hi', false),
      released('Enter', 13, false),
    ],
    composed: 'hi',
    sends: 0,
  },
  {
    name: 'Chinese in Safari, letters confirmed as they are',
    composing: [
      started,
      updated('h'),
      typed('h'),
      taken('keydown', 'h', true),
      updated('hi'),
      typed('hi'),
      taken('keydown', 'i', true),
      typed('hi', false),
      ended('hi'),
      taken('keydown', 'Enter', false),
      released('Enter', 13, false),
    ],
    composed: 'hi',
    sends: 0,
  },
  {
    name: 'Korean in Chrome, where one Enter arrives twice',
    composing: [
      taken('keydown', 'ㅎ', false),
      started,
      updated('ㅎ'),
      typed('ㅎ'),
      taken('keydown', 'ㅏ', true),
      updated('하'),
      typed('하'),
      taken('keydown', 'Enter', true),
      ended('하'),
      typed('하', false),
      { type: 'keydown', key: 'Enter', keyCode: 13, isComposing: false },
      released('Enter', 13, false),
    ],
    composed: '하',
    sends: 1,
  },
  {
    name: 'Korean in Safari',
    composing: [
      started,
      updated('하'),
      typed('하'),
      taken('keydown', 'ㅏ', true),
      typed('하', false),
      ended('하'),
      taken('keydown', 'Enter', false),
      released('Enter', 13, false),
    ],
    composed: '하',
    sends: 0,
  },
]

const eventOf = (event: RecordedEvent): Event => {
  const common = { bubbles: true, cancelable: true }
  switch (event.type) {
    case 'keydown':
    case 'keyup':
      return new KeyboardEvent(event.type, { ...common, ...event })
    case 'compositionstart':
    case 'compositionupdate':
    case 'compositionend':
      return new CompositionEvent(event.type, { ...common, data: event.data })
    case 'input':
      return new InputEvent('input', { ...common, isComposing: event.isComposing })
  }
}

// The component owns the value: what a browser writes into the field goes round its setter.
const write = (field: HTMLTextAreaElement, value: string): void =>
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, value)

/** Plays recorded events on a field, and says which of them the page kept from their default. */
export const replay = (
  field: HTMLTextAreaElement,
  events: readonly RecordedEvent[],
): readonly RecordedEvent[] =>
  events.filter((event) => {
    if (event.type === 'input') write(field, event.value)
    return !field.dispatchEvent(eventOf(event))
  })
