// The inside of a web worker that runs inline JavaScript.
import { loadJavascript } from './run-javascript.ts'
import { serveSandbox } from './serve-sandbox.ts'
import { workerPort } from './worker-port.ts'

void serveSandbox(workerPort(), loadJavascript)
