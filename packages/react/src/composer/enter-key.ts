/** What is known of a key that was pressed. */
export interface PressedKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
  readonly keyCode: number
}

/** The key code of whatever an input method takes for itself. No key of any keyboard has it. */
const takenByInputMethod = 229

/**
 * Whether a pressed key asks to send: Enter, alone or with Ctrl or Cmd. Shift and Alt break the line. An Enter that ends
 * a composition belongs to the input method; Safari ends the composition first, and then only the key code tells.
 */
export const asksToSend = (pressed: PressedKey): boolean =>
  pressed.key === 'Enter' &&
  !pressed.shiftKey &&
  !pressed.altKey &&
  !pressed.isComposing &&
  pressed.keyCode !== takenByInputMethod
