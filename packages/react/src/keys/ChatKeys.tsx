import { Suspense, useRef, useState, type ReactElement } from 'react'
import { useSession } from '../hooks/SessionProvider.tsx'
import { Icon } from '../icon/Icon.tsx'
import { englishRegions } from '../strings/regions.ts'
import { useWords } from '../strings/useWords.ts'
import { ariaKeys } from './combination.ts'
import type { KeyOverrides } from './key-map.ts'
import { lateKeySheet } from './late-key-sheet.ts'
import { useChatKeys } from './useChatKeys.ts'

export interface ChatKeysProps {
  readonly keys: KeyOverrides | undefined
}

/** The keys of a chat, and the button that shows them. */
export const ChatKeys = ({ keys }: ChatKeysProps): ReactElement => {
  const strings = useWords('keys', englishRegions)
  const button = useRef<HTMLButtonElement>(null)
  const { map, platform, isSheetOpen, setSheetOpen, emptyAsks } = useChatKeys(button, useSession(), keys)
  const [KeySheet] = useState(() => lateKeySheet.take())
  const warm = () => void lateKeySheet.preload()
  return (
    <>
      <button
        ref={button}
        type="button"
        className="twk-tool twk-chat__keys"
        aria-label={strings.title}
        aria-haspopup="dialog"
        aria-keyshortcuts={map.showKeys === null ? undefined : ariaKeys(map.showKeys, platform)}
        title={strings.title}
        onPointerEnter={warm}
        onFocus={warm}
        onClick={() => setSheetOpen(true)}
      >
        <Icon name="keyboard" />
      </button>
      <p className="twk-visually-hidden" role="status">
        {emptyAsks > 0 && <span key={emptyAsks}>{strings.nothingWaits}</span>}
      </p>
      {isSheetOpen && (
        <Suspense>
          <KeySheet map={map} platform={platform} onClose={() => setSheetOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
