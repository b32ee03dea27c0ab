import type { SandboxTask, SandboxWord } from './sandbox.ts'

/** How a sandbox talks with whoever started it: text in both directions. */
export interface SandboxPort {
  post(text: string): void
  onMessage(hear: (text: string) => void): void
}

/** Loads an interpreter, says that it is ready, and answers one task. */
export async function serveSandbox(
  port: SandboxPort,
  load: () => Promise<(task: SandboxTask) => SandboxWord>,
): Promise<void> {
  const say = (word: SandboxWord): void => port.post(JSON.stringify(word))
  try {
    const run = await load()
    port.onMessage((text) => {
      // Written by the runner, in this version of the package.
      say(run(JSON.parse(text) as SandboxTask))
    })
    say({ type: 'ready' })
  } catch (error) {
    say({ type: 'broken', error: error instanceof Error ? error.message : String(error) })
  }
}
