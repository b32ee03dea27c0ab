import { existsSync } from 'node:fs'
import { findChromium } from './find-chromium.mjs'
import { runQuietly, stop } from './run-process.mjs'

const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

const installWays = () =>
  isDebianRoot()
    ? [
        ['apt-get', ['update']],
        ['apt-get', ['install', '-y', 'chromium']],
      ]
    : [['pnpm', ['exec', 'playwright', 'install', 'chromium']]]

/** Makes sure that the browser tests have a Chromium: Debian's own where we are root, Playwright's elsewhere. */
export const ensureChromium = () => {
  if (findChromium() !== undefined) return
  console.error('Bringing Chromium …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const [command, args] of installWays()) {
    const { isOk, output } = runQuietly(command, args, { env })
    if (!isOk)
      stop(`${output}\nNo Chromium could be brought, and the browser tests cannot run without one.
Install one and name it in CHROMIUM, such as CHROMIUM=/usr/bin/chromium.`)
  }
}
