import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ariaKeys,
  hasCharacter,
  isCharacter,
  isPressed,
  parseCombination,
  type Press,
} from './combination.ts'
import { commandOf, keyCommands, keyMapFor } from './key-map.ts'
import type { Platform } from './platform.ts'

const seed = Number(process.env['SEED'] ?? Date.now())
const platforms: readonly Platform[] = ['apple', 'other']

const press = (key: string, change: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  getModifierState: () => false,
  ...change,
})

describe('the key map', () => {
  test.each(platforms)('has a key for each command and no key twice, on %s', (platform) => {
    const map = keyMapFor(platform)
    const keys = keyCommands.map((command) => ariaKeys(map[command] ?? '', platform))

    expect(new Set(keys).size).toBe(keyCommands.length)
  })

  // Taken by browsers and screen readers on their platforms; who presses these must get what they expect.
  test.each([
    [
      'other',
      [
        'Alt+D',
        'Alt+E',
        'Alt+F',
        'Alt+Home',
        'Alt+ArrowLeft',
        'Alt+ArrowRight',
        'Alt+ArrowDown',
        'Control+F6',
        'F5',
        'F7',
        'F11',
        'F12',
        'Control+N',
        'Control+L',
      ],
    ],
    [
      'apple',
      [
        'Alt+N',
        'Alt+L',
        'Alt+C',
        'Meta+N',
        'Meta+L',
        'Meta+C',
        'Meta+Shift+N',
        'Meta+Shift+C',
        'Control+Alt+N',
        'Control+F6',
        'F5',
      ],
    ],
  ] as const)('leaves the browser’s and the screen reader’s keys alone, on %s', (platform, taken) => {
    const map = keyMapFor(platform)

    const ours = keyCommands.map((command) => ariaKeys(map[command] ?? '', platform))

    expect(ours.filter((keys) => taken.some((each) => each === keys))).toEqual([])
  })

  test('takes a host’s keys, and none where the host says so', () => {
    const map = keyMapFor('other', { nextWaiting: 'Alt+W', showKeys: null })

    expect(commandOf(press('w', { altKey: true }), map, 'other')).toBe('nextWaiting')
    expect(commandOf(press('n', { altKey: true }), map, 'other')).toBeNull()
    expect(commandOf(press('?', { shiftKey: true }), map, 'other')).toBeNull()
  })
})

describe('a combination', () => {
  test.each([
    ['Alt+N', press('n', { altKey: true }), true],
    ['Alt+N', press('N', { altKey: true }), true],
    ['Alt+N', press('N', { altKey: true, shiftKey: true }), false],
    ['Alt+N', press('n', { altKey: true, ctrlKey: true }), false],
    ['Alt+N', press('n'), false],
    ['Alt+N', press('т', { altKey: true, code: 'KeyN' }), true],
    ['Alt+N', press('b', { altKey: true, code: 'KeyN' }), false],
    ['Alt+N', press('n', { altKey: true, getModifierState: (name) => name === 'AltGraph' }), false],
    ['?', press('?', { shiftKey: true }), true],
    ['?', press('?'), true],
    ['?', press('?', { ctrlKey: true }), false],
    ['Shift+F6', press('F6', { shiftKey: true }), true],
    ['F6', press('F6', { shiftKey: true }), false],
    ['Mod+K', press('k', { ctrlKey: true }), true],
    ['Mod+K', press('k', { metaKey: true }), false],
    ['Control++', press('+', { ctrlKey: true }), true],
  ])('%s is pressed by %o: %s', (combination, pressed, expected) => {
    expect(isPressed(pressed, combination, 'other')).toBe(expected)
  })

  test('is Command where the system says so', () => {
    expect(isPressed(press('k', { metaKey: true }), 'Mod+K', 'apple')).toBe(true)
    expect(ariaKeys('Shift+Mod+k', 'apple')).toBe('Shift+Meta+K')
  })

  test('is a character when nothing but Shift is held with it', () => {
    expect(['?', 'Shift+A', 'Alt+A', 'F6'].map((keys) => isCharacter(keys, 'other'))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('has a character in it with any modifiers', () => {
    const keys = ['?', 'Alt+N', 'Control+Shift+L', 'F6', 'Shift+F6', 'ArrowUp']

    expect(keys.filter((each) => hasCharacter(each, 'other'))).toEqual(['?', 'Alt+N', 'Control+Shift+L'])
  })

  test('that names no modifier says so', () => {
    expect(() => parseCombination('Option+N', 'apple')).toThrow(/“Option”, which is no modifier/)
  })

  test('of any modifiers is pressed by these alone', () => {
    const held = fc.subarray(['Control', 'Alt', 'Shift', 'Meta'])
    fc.assert(
      fc.property(held, held, fc.constantFrom('N', 'F6', 'Home'), (wanted, given, key) => {
        const pressed = press(key, {
          ctrlKey: given.includes('Control'),
          altKey: given.includes('Alt'),
          shiftKey: given.includes('Shift'),
          metaKey: given.includes('Meta'),
        })

        expect(isPressed(pressed, [...wanted, key].join('+'), 'other')).toBe(
          wanted.toSorted().join() === given.toSorted().join(),
        )
      }),
      { seed },
    )
  })
})
