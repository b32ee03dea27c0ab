// The inside of a process that runs inline Python. Node itself has taken files, processes and workers from it.
import { constants } from 'node:fs'
import { loadPython } from '../../code/run-python.ts'
import { sealRealm } from '../../code/seal-realm.ts'
import { serveSandbox } from '../../code/serve-sandbox.ts'

const { process } = globalThis
const send = process.send?.bind(process)
const onMessage = process.on.bind(process)

// Emscripten asks for the flags of files in a way that Node's permissions refuse.
Object.defineProperty(process, 'binding', { value: () => ({ fs: constants }) })

void serveSandbox(
  {
    post: (text) => void send?.(text),
    onMessage: (hear) => void onMessage('message', (text) => hear(String(text))),
  },
  async () => {
    const run = await loadPython(null)
    sealRealm()
    return run
  },
)
