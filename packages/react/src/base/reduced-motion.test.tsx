import { afterEach, expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { sampleSkills } from '../skill/skill-samples.ts'
import { SkillGroup } from '../skill/SkillGroup.tsx'
import { StatusPill } from '../status/StatusPill.tsx'
import '../styles.css'
import { ThreadworkRoot } from '../theme/ThreadworkRoot.tsx'
import { TypingIndicator } from '../typing/TypingIndicator.tsx'

// Vitest leaves the session's methods to the provider's types; Chromium's are spelled here.
const devtools: { send(method: string, parameters: object): Promise<unknown> } = cdp()

const prefer = (value: 'reduce' | 'no-preference') =>
  devtools.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] })

afterEach(async () => {
  await prefer('no-preference')
})

const moving = async (): Promise<number> => {
  const { container } = await render(
    <ThreadworkRoot>
      <SkillGroup items={sampleSkills} />
      <TypingIndicator />
      <StatusPill phase="skill-running" />
    </ThreadworkRoot>,
  )
  return container.getAnimations({ subtree: true }).length
}

test('moves where nobody minds', async () => {
  expect(await moving()).toBeGreaterThan(2)
})

test('stands still where less motion is asked for', async () => {
  await prefer('reduce')

  expect(await moving()).toBe(0)
})
