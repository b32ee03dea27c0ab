import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The root of the workspace, with a slash at its end. */
export const root: string = fileURLToPath(new URL('../../', import.meta.url))

/** A program that runs beside the tests. */
export interface Running {
  readonly child: ChildProcess
  /** Everything that it has said so far, on either stream. */
  readonly output: () => string
  /** Its exit code, once it has ended; `null` when a signal ended it. */
  readonly ended: Promise<number | null>
}

export type Environment = Readonly<Record<string, string>>

/** Starts Node on a file of the workspace, with nothing of this process's environment but the path. */
export const startNode = (args: readonly string[], env: Environment = {}): Running => {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
  })
  let output = ''
  const hear = (chunk: Buffer): void => void (output += chunk.toString())
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = once(child, 'exit').then(([code]: unknown[]) => (typeof code === 'number' ? code : null))
  return { child, output: () => output, ended }
}

/** Runs a file of the workspace to its end; throws what it said when that end is not a good one. */
export const runNode = async (args: readonly string[], env: Environment = {}): Promise<void> => {
  const running = startNode(args, env)
  const code = await running.ended
  if (code !== 0)
    throw new Error(
      `“node ${args.join(' ')}” ended with ${code}, so there is nothing to test. It said:\n${running.output()}`,
    )
}

/** Resolves to what `pattern` captures in the output; throws the output when the program ends before. */
export const heard = async (running: Running, pattern: RegExp): Promise<string> => {
  const { child, output, ended } = running
  const found = new Promise<string>((resolve) => {
    const look = (): void => {
      const [, text] = pattern.exec(output()) ?? []
      if (text !== undefined) resolve(text)
    }
    child.stdout?.on('data', look)
    look()
  })
  const gone = ended.then((code): never => {
    throw new Error(`The program ended with ${code} before it was ready. It said:\n${output()}`)
  })
  return Promise.race([found, gone])
}
