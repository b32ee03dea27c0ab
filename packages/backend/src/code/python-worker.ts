// The inside of a web worker that runs inline Python.
import { loadPython } from './run-python.ts'
import { sealRealm } from './seal-realm.ts'
import { serveSandbox } from './serve-sandbox.ts'
import { workerPort } from './worker-port.ts'

void serveSandbox(workerPort(), async () => {
  // Its own files, wherever the bundler put them.
  const run = await loadPython({
    main: new URL('pyodide/pyodide.asm.mjs', import.meta.url).href,
    wasm: new URL('pyodide/pyodide.asm.wasm', import.meta.url).href,
    library: new URL('pyodide/python_stdlib.zip', import.meta.url).href,
    lock: new URL('pyodide/pyodide-lock.json', import.meta.url).href,
  })
  sealRealm()
  return run
})
