import { codeLimits } from './code-limits.ts'
import type { CodeRequest, CodeResult, CodeRunner } from './code-runner.ts'
import { overTime } from './over-time.ts'
import { readAnswer, readWord } from './read-answer.ts'
import type { Sandbox, SandboxTask, StartSandbox } from './sandbox.ts'
import { createTurnstile } from './turnstile.ts'

export interface SandboxRunnerOptions {
  readonly start: StartSandbox
  /** How many sandboxes run at once; the next waits for its turn. */
  readonly atOnce: number
  /** How long a sandbox may take to be ready. */
  readonly bootMs: number
  /** How long a fresh sandbox stands ready for the next run; 0: none is kept. It is never one that ran code. */
  readonly spareMs: number
}

/** A sandbox on its way: what becomes of it, whether or not anybody waits. */
interface Started {
  readonly sandbox: Sandbox
  readonly ready: Promise<string | null>
  /** Whoever hears what it says after it is ready. */
  answer: ((word: Readonly<Record<string, unknown>>) => void) | null
}

// The interpreter stops itself at the limit, with a better word; this much later it is ended from outside.
const graceMs = 500

/** Runs each piece of code in a sandbox of its own, and ends that sandbox whatever happened. */
export function createSandboxRunner({ start, atOnce, bootMs, spareMs }: SandboxRunnerOptions): CodeRunner {
  const turnstile = createTurnstile(atOnce)
  let spare: Started | null = null
  let spareTimer: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  const dropSpare = (): void => {
    clearTimeout(spareTimer)
    spare?.sandbox.end()
    spare = null
  }
  const takeSpare = (): Started | null => {
    const taken = spare
    clearTimeout(spareTimer)
    spare = null
    return taken
  }
  const keepSpare = (): void => {
    if (isClosed || spareMs === 0 || spare !== null) return
    spare = startSandbox(start)
    spareTimer = unrefTimer(setTimeout(dropSpare, spareMs))
  }

  return {
    async run(request) {
      const refusal = judgeRequest(request)
      if (refusal !== null) return failed(refusal)
      const leave = await turnstile.enter(request.signal)
      if (leave === null) return cancelled()
      const started = takeSpare() ?? startSandbox(start)
      try {
        return await runIn(started, request, bootMs)
      } finally {
        started.sandbox.end()
        leave()
        keepSpare()
      }
    },
    close() {
      isClosed = true
      dropSpare()
    },
  }
}

function startSandbox(start: StartSandbox): Started {
  const sandbox = start()
  let settle: (problem: string | null) => void = () => undefined
  const ready = new Promise<string | null>((resolve) => (settle = resolve))
  const started: Started = { sandbox, ready, answer: null }
  sandbox.listen(
    (text) => {
      const word = readWord(text)
      if (word?.['type'] === 'ready') settle(null)
      else if (word?.['type'] === 'broken') settle(String(word['error']))
      else started.answer?.(word ?? {})
    },
    (reason) => {
      settle(reason)
      started.answer?.({ type: 'raised', error: reason })
    },
  )
  return started
}

async function runIn(started: Started, request: CodeRequest, bootMs: number): Promise<CodeResult> {
  const { signal, timeoutMs } = request
  const booted = await within(bootMs, signal, started.ready)
  if (booted === 'cancelled') return cancelled()
  if (booted === 'late') return failed('The sandbox was not ready in time. Try again.')
  if (booted.value !== null) return failed(`The sandbox could not be started: ${booted.value}`)
  const answered = new Promise<CodeResult>((resolve) => {
    started.answer = (word) => resolve(readAnswer(word, codeLimits))
  })
  started.sandbox.post(JSON.stringify(taskOf(request)))
  const outcome = await within(timeoutMs + graceMs, signal, answered)
  if (outcome === 'cancelled') return cancelled()
  return outcome === 'late' ? failed(overTime(timeoutMs)) : outcome.value
}

const taskOf = ({ source, input, timeoutMs, memoryBytes }: CodeRequest): SandboxTask => ({
  source,
  input: JSON.stringify(input),
  timeoutMs,
  memoryBytes,
  limits: codeLimits,
})

function judgeRequest({ source, timeoutMs, memoryBytes }: CodeRequest): string | null {
  if (source.length > codeLimits.sourceLength)
    return `The code has ${source.length} characters, and ${codeLimits.sourceLength} is the most.`
  const isBounded = timeoutMs > 0 && memoryBytes > 0 && Number.isFinite(timeoutMs + memoryBytes)
  return isBounded ? null : 'The code has no limits of time and memory: give both, above 0.'
}

const failed = (error: string): CodeResult => ({ type: 'failed', error, line: null, logs: [] })
const cancelled = (): CodeResult => failed('The code was stopped: its step was cancelled.')

async function within<Value>(
  ms: number,
  signal: AbortSignal,
  promise: Promise<Value>,
): Promise<{ readonly value: Value } | 'late' | 'cancelled'> {
  if (signal.aborted) return 'cancelled'
  let timer: ReturnType<typeof setTimeout> | undefined
  let cancel: (() => void) | undefined
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), ms)))
  const aborted = new Promise<'cancelled'>((resolve) => {
    cancel = () => resolve('cancelled')
    signal.addEventListener('abort', cancel)
  })
  try {
    return await Promise.race([promise.then((value) => ({ value })), late, aborted])
  } finally {
    clearTimeout(timer)
    if (cancel) signal.removeEventListener('abort', cancel)
  }
}

/** A spare must not keep a process alive; in a browser a timer is a number and keeps nothing. */
function unrefTimer(timer: ReturnType<typeof setTimeout>): ReturnType<typeof setTimeout> {
  if (typeof timer === 'object') timer.unref()
  return timer
}
