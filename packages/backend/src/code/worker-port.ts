import type { SandboxPort } from './serve-sandbox.ts'

/** This web worker's way to whoever started it, kept before the realm is sealed. */
export function workerPort(): SandboxPort {
  const post = globalThis.postMessage.bind(globalThis)
  const listen = globalThis.addEventListener.bind(globalThis)
  return {
    post: (text) => post(text),
    onMessage: (hear) => listen('message', ({ data }: MessageEvent<unknown>) => hear(String(data))),
  }
}
