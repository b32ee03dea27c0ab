import type { HubContext, HubMethod } from './context.ts'
import { HubError } from './hub-error.ts'
import type { CompletionMessage, HubMessage, InvocationMessage, StreamInvocationMessage } from './message.ts'
import { ProtocolError } from './protocol-error.ts'
import type { HubLimits } from './settings.ts'
import { discardStream, isStreamResult, sendStream } from './stream-result.ts'
import { TaskQueue } from './task-queue.ts'
import type { Upload } from './upload.ts'
import { Uploads } from './uploads.ts'

type Call = InvocationMessage | StreamInvocationMessage

export interface InvocationPorts {
  readonly limits: HubLimits
  /** The method of a name in any casing. */
  method(target: string): HubMethod | undefined
  createContext(signal: AbortSignal): HubContext
  /** Throws when the message cannot be encoded. */
  reply(message: HubMessage): void
  ready(): Promise<void>
  /** Whether so much waits that the client had better pause. Called at each change. */
  crowded(isCrowded: boolean): void
  /** Hears what is hidden from the client. */
  failed(error: unknown, target: string): void
}

/** The invocations of one client that are under way. */
export class Invocations {
  readonly #ports: InvocationPorts
  readonly #queue: TaskQueue
  readonly #uploads: Uploads
  readonly #active = new Map<string, AbortController>()
  readonly #ended = new AbortController()
  readonly #opened: Promise<unknown>
  #streams = 0

  /** Nothing is invoked before `opened` settles. It must not reject. */
  constructor(ports: InvocationPorts, opened: Promise<unknown>) {
    this.#ports = ports
    this.#opened = opened
    this.#queue = new TaskQueue(ports.limits.maxParallelInvocations, () => this.#weigh())
    this.#uploads = new Uploads(ports.limits.maxQueuedBytes, () => this.#weigh())
  }

  /** Takes an invocation or a part of one; `size` in bytes. Throws a `ProtocolError` where the client breaks the rules. */
  handle(message: HubMessage, size: number): void {
    switch (message.type) {
      case 'invocation':
      case 'stream-invocation':
        return this.#begin(message, size)
      case 'cancel-invocation':
        return this.#active.get(message.invocationId)?.abort()
      case 'stream-item':
        return this.#uploads.push(message.invocationId, message.item, size)
      case 'completion':
        return this.#uploads.finish(message.invocationId, message.error)
      default:
    }
  }

  /** The client is gone. */
  end(): void {
    this.#ended.abort()
    for (const controller of this.#active.values()) controller.abort()
    this.#uploads.end()
  }

  #begin(call: Call, size: number): void {
    const { invocationId } = call
    if (invocationId !== undefined && this.#active.has(invocationId)) {
      throw new ProtocolError(`The invocation id '${invocationId}' is in use.`)
    }
    const controller = new AbortController()
    if (invocationId !== undefined) this.#active.set(invocationId, controller)
    const uploads = call.streamIds.map((id) => this.#uploads.open(id))
    const run = () => this.#run(call, controller.signal, uploads)
    if (call.type === 'stream-invocation' || uploads.length > 0) void this.#runBeside(run)
    else this.#enqueue({ run, size })
  }

  #enqueue(task: { readonly size: number; run(): Promise<void> }): void {
    this.#queue.add(task)
    if (this.#queue.size > this.#ports.limits.maxQueuedBytes) {
      throw new ProtocolError('Invocations come faster than they run, and too many wait. Send more slowly.')
    }
  }

  /** Streams and uploads may last, and would hold up the others. */
  async #runBeside(run: () => Promise<void>): Promise<void> {
    this.#streams += 1
    try {
      await run()
    } finally {
      this.#streams -= 1
    }
  }

  async #run(call: Call, signal: AbortSignal, uploads: readonly Upload[]): Promise<void> {
    try {
      await this.#opened
      if (!this.#ended.signal.aborted) await this.#answer(call, signal, uploads)
    } catch (error) {
      this.#complete(call, { error: this.#explain(error, call.target, signal) })
    } finally {
      if (call.invocationId !== undefined) this.#active.delete(call.invocationId)
      for (const [index, upload] of uploads.entries())
        this.#uploads.close(call.streamIds[index] ?? '', upload)
    }
  }

  async #answer(call: Call, signal: AbortSignal, uploads: readonly Upload[]): Promise<void> {
    const method = this.#ports.method(call.target)
    if (!method) throw new HubError(`The hub has no method '${call.target.slice(0, 100)}'.`)
    if (this.#streams > this.#ports.limits.maxStreams) throw new HubError('Too many streams are open.')
    const context = this.#ports.createContext(this.#signalOf(call, signal))
    // What arrives is a client's word; each method checks its own arguments.
    const result = await method.apply(context, [...call.arguments, ...uploads] as never[])
    if (call.type === 'stream-invocation') return this.#stream(call, signal, result)
    if (isStreamResult(result)) {
      discardStream(result)
      throw new HubError(`The method '${call.target}' streams; invoke it as a stream.`)
    }
    this.#complete(call, { result })
  }

  async #stream(call: StreamInvocationMessage, signal: AbortSignal, result: unknown): Promise<void> {
    if (!isStreamResult(result)) {
      throw new HubError(`The method '${call.target}' does not stream; invoke it for its result.`)
    }
    const { invocationId } = call
    await sendStream(result, {
      signal,
      send: (item) => this.#ports.reply({ type: 'stream-item', invocationId, item }),
      ready: () => this.#ports.ready(),
    })
    this.#complete(call, {})
  }

  #complete(call: Call, outcome: Pick<CompletionMessage, 'result' | 'error'>): void {
    if (call.invocationId === undefined) return
    this.#ports.reply({ type: 'completion', invocationId: call.invocationId, ...outcome })
  }

  #explain(error: unknown, target: string, signal: AbortSignal): string {
    if (error instanceof HubError && error.message !== '') return error.message
    if (!signal.aborted) this.#ports.failed(error, target)
    return `An unexpected error occurred invoking '${target.slice(0, 100)}' on the server.`
  }

  #weigh(): void {
    this.#ports.crowded(this.#queue.size + this.#uploads.size > this.#ports.limits.maxQueuedBytes / 2)
  }

  /** An invocation without an id cannot be cancelled, but its client can leave. */
  #signalOf(call: Call, signal: AbortSignal): AbortSignal {
    return call.invocationId === undefined ? this.#ended.signal : signal
  }
}
