import { configure } from 'storybook/test'
import { cdp, page } from 'vitest/browser'
import { checkModes, type ModeBrowser } from './modes.ts'

// Two shared cores: what a play waits for may take its time.
configure({ asyncUtilTimeout: 15_000 })

interface Devtools {
  send(method: string, parameters: object): Promise<unknown>
}

const size = { width: 1200, height: 900 }

const browser: ModeBrowser = {
  emulate: async (media) => {
    // Vitest leaves the session's methods to the provider's types; Chromium's are spelled here.
    const devtools = cdp() as unknown as Devtools
    await devtools.send('Emulation.setEmulatedMedia', { features: media })
  },
  resize: (width) => page.viewport(width, size.height),
  restoreSize: () => page.viewport(size.width, size.height),
}

// The catalogue itself has no such browser at hand: its preview asks whether it is there.
globalThis.checkStoryModes = (story, disabledRules) => checkModes(story, browser, disabledRules)
