import type { Sandbox } from './sandbox.ts'

// Without an extension: a bundler finds the source from the source, and the build from the build.
const startWorker = {
  javascript: (): Worker => new Worker(new URL('./javascript-worker', import.meta.url), { type: 'module' }),
  python: (): Worker => new Worker(new URL('./python-worker', import.meta.url), { type: 'module' }),
}

/** Starts a web worker that runs inline code of one language. */
export function startWebWorker(language: keyof typeof startWorker): Sandbox {
  const worker = startWorker[language]()
  return {
    post: (text) => worker.postMessage(text),
    listen(onWord, onEnd) {
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => onWord(data))
      worker.addEventListener('error', (event) => {
        event.preventDefault()
        onEnd(`Its sandbox failed: ${event.message || 'it could not be loaded.'}`)
      })
    },
    end: () => worker.terminate(),
  }
}
