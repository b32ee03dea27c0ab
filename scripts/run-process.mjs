import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const isWindows = process.platform === 'win32'

/** Runs a command to its end and keeps what it says; `output` has both streams in their order. */
export const runQuietly = (command, args, { env = process.env, cwd = root } = {}) => {
  const done = spawnSync(command, args, {
    cwd,
    env,
    shell: isWindows,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  })
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error ? `${done.error.message}\n` : ''}`
  return { isOk: done.status === 0, output, stdout: done.stdout ?? '' }
}

// npm passes a signal to a shell that dies of it and tells nobody: a new parent is how its children learn.
const watchParent = (onOrphaned) => {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event === undefined) return () => undefined
  const timer = setInterval(() => process.ppid !== parent && onOrphaned(), 250)
  return () => clearInterval(timer)
}

/** Runs a command whose output is for the person; resolves to its exit code. Signals reach it. */
export const runLoudly = (command, args, { env = process.env, cwd = root } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, shell: isWindows, stdio: 'inherit' })
    const forward = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, forward)
    const unwatch = watchParent(() => forward('SIGTERM'))
    const settle = (code) => {
      unwatch()
      for (const signal of signals) process.off(signal, forward)
      resolve(code)
    }
    child.once('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`)
      settle(127)
    })
    // As a shell tells it: what a signal ended has 128 and the signal's number.
    child.once('exit', (code, signal) => settle(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 0)))
  })

/** Says what went wrong and ends with exit code 1. */
export const stop = (message) => {
  console.error(message)
  process.exit(1)
}
