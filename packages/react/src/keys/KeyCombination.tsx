import { Fragment, type ReactElement } from 'react'
import { englishKeys } from '../strings/keys.ts'
import { useWords } from '../strings/useWords.ts'
import { parseCombination, type Combination, type Modifier } from './combination.ts'
import type { Platform } from './platform.ts'

const appleSigns: Readonly<Record<Modifier, string>> = { Control: '⌃', Alt: '⌥', Shift: '⇧', Meta: '⌘' }
const arrowSigns: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

interface KeyCapProps {
  readonly name: string
  /** Drawn in the place of the name. */
  readonly sign: string | undefined
}

const KeyCap = ({ name, sign }: KeyCapProps): ReactElement => (
  <kbd>
    {sign === undefined ? (
      name
    ) : (
      <>
        <span aria-hidden="true">{sign}</span>
        <span className="twk-visually-hidden">{name}</span>
      </>
    )}
  </kbd>
)

export interface KeyCombinationProps {
  readonly combination: Combination
  readonly platform: Platform
}

/** Keys as the platform draws them, with their names for those who hear them. */
export const KeyCombination = ({ combination, platform }: KeyCombinationProps): ReactElement => {
  const strings = useWords('keys', englishKeys)
  const { modifiers, key } = parseCombination(combination, platform)
  const names = strings.modifiers[platform]
  return (
    <span className="twk-keys">
      {modifiers.map((modifier) => (
        <Fragment key={modifier}>
          <KeyCap
            name={names[modifier]}
            sign={platform === 'apple' ? appleSigns[modifier] : undefined}
          />{' '}
        </Fragment>
      ))}
      <KeyCap name={strings.keyName(key)} sign={arrowSigns[key]} />
    </span>
  )
}
