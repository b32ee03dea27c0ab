import type { Platform } from './platform.ts'

/**
 * Keys that are pressed together, as `aria-keyshortcuts` writes them: `Alt+N`, `Shift+F6`, `?`. Modifiers are `Control`,
 * `Alt`, `Shift`, `Meta` and `Mod`, which is Command on Apple's systems and Control elsewhere. The last part is the key's
 * name in `KeyboardEvent.key`.
 */
export type Combination = string

export type Modifier = 'Control' | 'Alt' | 'Shift' | 'Meta'

/** A combination taken apart for a platform. */
export interface Chord {
  readonly modifiers: readonly Modifier[]
  /** A letter is a capital. */
  readonly key: string
}

const modifiers: readonly Modifier[] = ['Control', 'Alt', 'Shift', 'Meta']

const modifierNamed = (name: string, platform: Platform): Modifier => {
  if (name === 'Mod') return platform === 'apple' ? 'Meta' : 'Control'
  const modifier = modifiers.find((each) => each === name)
  if (modifier) return modifier
  throw new Error(
    `The key combination names “${name}”, which is no modifier, so it could never be pressed. Use Control, Alt, Shift, Meta or Mod, then “+” and a key.`,
  )
}

/** Takes a combination apart. Throws where it names a modifier that does not exist. */
export const parseCombination = (combination: Combination, platform: Platform): Chord => {
  // The key itself may be a plus.
  const parts = combination.split(/(?<=.)\+(?=.)/)
  const key = parts.at(-1) ?? ''
  const named = parts.slice(0, -1).map((name) => modifierNamed(name, platform))
  return {
    modifiers: modifiers.filter((modifier) => named.includes(modifier)),
    key: key.length === 1 ? key.toUpperCase() : key,
  }
}

/** What is read of a press. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey' | 'getModifierState'
>

const isLetter = (key: string): boolean => /^[A-Z]$/.test(key)

// Alt writes other letters on some systems, and other alphabets have no N: there the key's place counts.
const isKey = (press: Press, key: string): boolean =>
  (press.key.length === 1 ? press.key.toUpperCase() : press.key) === key ||
  (isLetter(key) && !/^[A-Za-z]$/.test(press.key) && press.code === `Key${key}`)

const isHeld: Readonly<Record<Modifier, (press: Press) => boolean>> = {
  Control: ({ ctrlKey }) => ctrlKey,
  Alt: ({ altKey }) => altKey,
  Shift: ({ shiftKey }) => shiftKey,
  Meta: ({ metaKey }) => metaKey,
}

// A sign such as the question mark may need Shift on one keyboard and not on another.
const isSign = (key: string): boolean => key.length === 1 && !isLetter(key)

/** Whether a press is this combination. */
export const isPressed = (press: Press, combination: Combination, platform: Platform): boolean => {
  const chord = parseCombination(combination, platform)
  if (!isKey(press, chord.key) || press.getModifierState('AltGraph')) return false
  return modifiers.every(
    (modifier) =>
      (modifier === 'Shift' && isSign(chord.key)) ||
      isHeld[modifier](press) === chord.modifiers.includes(modifier),
  )
}

/** A combination that is a character, which somebody who writes or dictates could mean as one. */
export const isCharacter = (combination: Combination, platform: Platform): boolean => {
  const { key, modifiers: held } = parseCombination(combination, platform)
  return key.length === 1 && held.every((modifier) => modifier === 'Shift')
}

/** Whether there is a letter or a sign in it, with modifiers or without. */
export const hasCharacter = (combination: Combination, platform: Platform): boolean =>
  parseCombination(combination, platform).key.length === 1

/** The combination as the attribute `aria-keyshortcuts` wants it. */
export const ariaKeys = (combination: Combination, platform: Platform): string => {
  const { modifiers: held, key } = parseCombination(combination, platform)
  return [...held, key].join('+')
}
