/** What a process runs: it is at `url` until it is closed. */
export interface Running {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Starts something as this process: prints `READY <url>`, ends it on SIGTERM or SIGINT and exits with 0. What goes
 * wrong at the start is a message on stderr and exit code 1.
 */
export const runProcess = async (start: () => Promise<Running>): Promise<void> => {
  try {
    const running = await start()
    const stop = (): void => {
      void running.close().then(() => process.exit(0))
    }
    process.once('SIGTERM', stop).once('SIGINT', stop)
    process.stdout.write(`READY ${running.url}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
    // A part that had started before another failed would keep the process alive.
    setTimeout(() => process.exit(1), 100).unref()
  }
}
