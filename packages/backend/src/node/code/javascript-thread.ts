// The inside of a thread that runs inline JavaScript: WebAssembly, of which only text goes in and out.
import { parentPort } from 'node:worker_threads'
import { loadJavascript } from '../../code/run-javascript.ts'
import { serveSandbox } from '../../code/serve-sandbox.ts'

if (parentPort) {
  const port = parentPort
  void serveSandbox(
    { post: (text) => port.postMessage(text), onMessage: (hear) => port.on('message', hear) },
    loadJavascript,
  )
}
