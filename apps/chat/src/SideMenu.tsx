import { lazy, Suspense, useRef, type ReactElement } from 'react'
import { prefer, usePreferences, type ThemeChoice, type WireName } from './preferences.ts'
import { signOut } from './sign-out.ts'

const FaultMenu = __MOCKED__
  ? lazy(async () => ({ default: (await import('./FaultMenu.tsx')).FaultMenu }))
  : null

export interface SideMenuProps {
  readonly name: string | null
  /** Takes a file to be replayed. */
  readonly onTape: (file: File) => void
}

/** Wire, theme, recordings, faults of the mock, and the way out. */
export const SideMenu = ({ name, onTape }: SideMenuProps): ReactElement => {
  const { wire, theme } = usePreferences()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <aside className="side-menu" aria-label="Settings" data-twk-region="settings">
      <label className="side-menu__row">
        <span>New conversations over</span>
        <select value={wire} onChange={({ target }) => prefer({ wire: target.value as WireName })}>
          <option value="headless">SSE</option>
          <option value="signalr">SignalR</option>
        </select>
      </label>
      <label className="side-menu__row">
        <span>Theme</span>
        <select value={theme} onChange={({ target }) => prefer({ theme: target.value as ThemeChoice })}>
          <option value="system">System</option>
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </select>
      </label>
      <div className="side-menu__row">
        <span>Recordings</span>
        <button type="button" className="text-button" onClick={() => picker.current?.click()}>
          Open a recording
        </button>
        <input
          ref={picker}
          type="file"
          accept=".tape"
          aria-label="Open a recording"
          hidden
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) onTape(file)
            // The same file may be opened again.
            target.value = ''
          }}
        />
      </div>
      {FaultMenu && (
        <Suspense>
          <FaultMenu />
        </Suspense>
      )}
      {!__MOCKED__ && (
        <div className="side-menu__row">
          <span className="side-menu__name" title={name ?? undefined}>
            {name ?? 'Signed in'}
          </span>
          <button type="button" className="text-button" onClick={() => void signOut()}>
            Sign out
          </button>
        </div>
      )}
    </aside>
  )
}
