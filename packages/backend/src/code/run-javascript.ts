import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from 'quickjs-emscripten'
import { type MemoryCap, capMemory } from './cap-memory.ts'
import { javascriptPrelude } from './javascript-prelude.ts'
import { overMemory, overTime } from './over-time.ts'
import type { SandboxTask, SandboxWord } from './sandbox.ts'

const fileName = 'tool.js'
// Beyond it QuickJS answers a deep recursion itself, before the stack of the host is used up.
const stackBytes = 256 * 1024

/** Loads the interpreter: QuickJS in WebAssembly of its own. */
export async function loadJavascript(): Promise<(task: SandboxTask) => SandboxWord> {
  const { RELEASE_SYNC, newQuickJSWASMModule } = await import('quickjs-emscripten')
  const memory = capMemory()
  const quickjs = await newQuickJSWASMModule(RELEASE_SYNC)
  return (task) => {
    const deadline = Date.now() + task.timeoutMs
    const isLate = (): boolean => Date.now() > deadline
    // Never disposed: the sandbox ends with its one task, and code that ran out of memory can break the disposal.
    const runtime = quickjs.newRuntime()
    memory.allow(task.memoryBytes)
    runtime.setMemoryLimit(task.memoryBytes)
    runtime.setMaxStackSize(stackBytes)
    runtime.setInterruptHandler(isLate)
    return runTask({ runtime, context: runtime.newContext(), task, memory, isLate })
  }
}

interface Execution {
  readonly runtime: QuickJSRuntime
  readonly context: QuickJSContext
  readonly task: SandboxTask
  readonly memory: MemoryCap
  readonly isLate: () => boolean
}

interface Prelude {
  readonly parse: QuickJSHandle
  readonly finish: QuickJSHandle
  readonly describe: QuickJSHandle
  readonly logs: QuickJSHandle
}

function runTask(execution: Execution): SandboxWord {
  const { context, task } = execution
  const source = javascriptPrelude.replace('LIMITS', JSON.stringify(task.limits))
  const made = context.evalCode(source, 'prelude.js')
  if (made.error) return raised(overMemory(task.memoryBytes), null, [])
  const prelude = preludeOf(context, made.value)
  try {
    const output = callMain(execution, prelude)
    if (typeof output === 'string') return { type: 'returned', output, logs: logsOf(execution, prelude) }
    return explain(execution, prelude, output)
  } catch {
    // WebAssembly itself gave up: its stack, its memory, or the interpreter is in a state that it cannot be in.
    return raised(giveUp(execution), null, [])
  }
}

const giveUp = ({ isLate, task }: Execution): string =>
  isLate() ? overTime(task.timeoutMs) : overMemory(task.memoryBytes)

const preludeOf = (context: QuickJSContext, made: QuickJSHandle): Prelude => ({
  parse: context.getProp(made, 'parse'),
  finish: context.getProp(made, 'finish'),
  describe: context.getProp(made, 'describe'),
  logs: context.getProp(made, 'logs'),
})

/** The JSON of what `main` returned, or what was thrown. */
function callMain(execution: Execution, { parse, finish }: Prelude): string | QuickJSHandle {
  const { context, task } = execution
  const loaded = context.evalCode(task.source, fileName)
  if (loaded.error) return loaded.error
  const main = context.evalCode('main', fileName)
  if (main.error || context.typeof(main.value) !== 'function')
    return context.newError('The code has no function “main(input)”. Define one.')
  const input = context.callFunction(parse, context.undefined, context.newString(task.input))
  if (input.error) return input.error
  const called = context.callFunction(main.value, context.undefined, input.value)
  if (called.error) return called.error
  const settled = settle(execution, called.value)
  if ('error' in settled) return settled.error
  const finished = context.callFunction(finish, context.undefined, settled.value)
  return finished.error ?? context.getString(finished.value)
}

/** Waits for a promise, which nothing outside of the code can settle. */
function settle(
  { runtime, context, isLate }: Execution,
  handle: QuickJSHandle,
): { readonly value: QuickJSHandle } | { readonly error: QuickJSHandle } {
  while (runtime.hasPendingJob() && !isLate()) {
    const done = runtime.executePendingJobs(100)
    if (done.error) return { error: done.error }
  }
  const state = context.getPromiseState(handle)
  if (state.type === 'rejected') return { error: state.error }
  if (state.type === 'fulfilled') return { value: state.value }
  return { error: context.newError('“main” returned a promise that nothing settles.') }
}

function explain(execution: Execution, prelude: Prelude, error: QuickJSHandle): SandboxWord {
  const { context, runtime, task, memory, isLate } = execution
  if (isLate()) return raised(giveUp(execution), null, [])
  // To say that there is no memory takes some.
  runtime.setMemoryLimit(task.memoryBytes + 2 ** 20)
  memory.allow(2 ** 20)
  const described = context.callFunction(prelude.describe, context.undefined, error)
  if (described.error) return raised(giveUp(execution), null, [])
  const { name, message, stack } = readDescription(context.getString(described.value))
  const line = /tool\.js:(\d+)/.exec(stack)?.[1]
  const isMemory = name === 'InternalError' && message === 'out of memory'
  const sentence = isMemory ? overMemory(task.memoryBytes) : [name, message].filter(Boolean).join(': ')
  return raised(sentence, line === undefined ? null : Number(line), logsOf(execution, prelude))
}

function readDescription(text: string): { name: string; message: string; stack: string } {
  // Written by the prelude, unless the code has bent JSON itself: then it is texts all the same.
  const { name, message, stack } = JSON.parse(text) as Readonly<Record<string, unknown>>
  return { name: textOf(name), message: textOf(message), stack: textOf(stack) }
}

const textOf = (value: unknown): string => (typeof value === 'string' && value !== 'Error' ? value : '')

function logsOf({ context }: Execution, { logs }: Prelude): readonly string[] {
  const told = context.callFunction(logs, context.undefined)
  if (told.error) return []
  const lines: unknown = JSON.parse(context.getString(told.value))
  return Array.isArray(lines) ? lines.map(String) : []
}

const raised = (error: string, line: number | null, logs: readonly string[]): SandboxWord => ({
  type: 'raised',
  error,
  line,
  logs,
})
