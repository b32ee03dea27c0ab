import { useEffect, useId, useRef, type ReactElement } from 'react'
import { Icon } from '../icon/Icon.tsx'
import { englishKeys, type KeysStrings } from '../strings/keys.ts'
import { useWords } from '../strings/useWords.ts'
import type { Combination } from './combination.ts'
import { KeyCombination } from './KeyCombination.tsx'
import { keyCommands, keyScopes, type KeyMap, type KeyScope } from './key-map.ts'
import { setUsesCharacterKeys, useCharacterKeys } from './keys-setting.ts'
import { useOfferedKeys, type OfferedKey } from './offered-keys.ts'
import type { Platform } from './platform.ts'

export interface KeySheetProps {
  readonly map: KeyMap
  readonly platform: Platform
  readonly onClose: () => void
}

const rowsOf = (map: KeyMap, scope: KeyScope, strings: KeysStrings): readonly OfferedKey[] =>
  keyCommands.flatMap((command) => {
    const combination = map[command]
    return combination === null || keyScopes[command] !== scope
      ? []
      : [{ combination, label: strings.commands[command] }]
  })

interface GroupProps {
  readonly title: string
  readonly rows: readonly { readonly label: string; readonly combination: Combination }[]
  readonly platform: Platform
}

const Group = ({ title, rows, platform }: GroupProps): ReactElement | null => {
  if (rows.length === 0) return null
  return (
    <section>
      <h3 className="twk-key-sheet__group">{title}</h3>
      <dl className="twk-key-sheet__rows">
        {rows.map(({ label, combination }) => (
          <div key={`${label} ${combination}`}>
            <dt>{label}</dt>
            <dd>
              <KeyCombination combination={combination} platform={platform} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** All keys of a chat, by where they act, and the switch for those that somebody could press by accident. */
export const KeySheet = ({ map, platform, onClose }: KeySheetProps): ReactElement => {
  const strings = useWords('keys', englishKeys)
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const offered = useOfferedKeys()
  const usesCharacters = useCharacterKeys()
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="twk-dialog twk-key-sheet"
      aria-labelledby={id}
      onClose={onClose}
      // Its content fills it, so what is clicked on the dialog itself is the page behind it.
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
    >
      <div className="twk-key-sheet__content">
        <div className="twk-key-sheet__header twk-key-sheet__wide">
          <h2 id={id}>{strings.title}</h2>
          <button
            type="button"
            className="twk-tool"
            aria-label={strings.close}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="cross" />
          </button>
        </div>
        <div className="twk-key-sheet__column">
          <Group
            title={strings.groups.anywhere}
            rows={rowsOf(map, 'anywhere', strings)}
            platform={platform}
          />
          <Group
            title={strings.groups.composer}
            rows={[
              { combination: 'Enter', label: strings.send },
              { combination: 'Shift+Enter', label: strings.breakLine },
            ]}
            platform={platform}
          />
          <Group title={strings.groups.page} rows={offered} platform={platform} />
        </div>
        <div className="twk-key-sheet__column">
          <Group title={strings.groups.thread} rows={rowsOf(map, 'thread', strings)} platform={platform} />
        </div>
        <div className="twk-key-sheet__wide">
          <label>
            <input
              type="checkbox"
              checked={usesCharacters}
              aria-describedby={`${id}-hint`}
              onChange={({ target }) => setUsesCharacterKeys(target.checked)}
            />
            {` ${strings.characters}`}
          </label>
          <p className="twk-hint" id={`${id}-hint`}>
            {strings.charactersHint}
          </p>
        </div>
      </div>
    </dialog>
  )
}
