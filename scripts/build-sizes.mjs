import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { build } from 'vite'
import { root } from './run-process.mjs'

// Writes the bundles that .size-limit.json weighs: what a page loads first, and what it loads when it is needed.
const app = join(root, 'apps/chat')
const out = join(root, '.cache/size')

const entries = {
  page: `import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Chat } from '@threadwork/react'
import { headless } from '@threadwork/headless'
createRoot(document.body).render(createElement(Chat, { transport: headless({ url: '/api/chat' }), conversationId: 'c' }))`,
  'core-and-hooks': `export { createSession } from '@threadwork/core'
export { useConversation, useItem, usePhase } from '@threadwork/react'`,
  element: `export * from '@threadwork/element'`,
}

// Where an entry's imports are looked for: as a page that names the script has them, not as the app does.
const folders = { element: join(root, 'tests') }

// Promised to stand in chunks of their own: the virtual list, forms, transcripts, what skills made, files, the tray of
// several approvals, and what opens on a press. A page that never comes to need them never loads them.
const onDemand =
  /node_modules\/(?:@microsoft\/signalr|react-hook-form|zod|shiki|@shikijs|@tanstack)\/|react\/src\/(?:transcript|result|attachment)\/|\/(?:KeySheet|EditApproval|MessageFeedback|QueuedMessages|ReplyActions|ApprovalTray)\.tsx$|headless\/src\/upload-file\.ts$/u

const virtualEntry = (name, code) => {
  const id = join(folders[name] ?? app, 'src', `size-of-${name}.ts`)
  return {
    id,
    plugin: {
      name: 'size-entry',
      resolveId: (source) => (source === id ? id : undefined),
      load: (source) => (source === id ? code : undefined),
    },
  }
}

const bundle = async (name, code) => {
  const { id, plugin } = virtualEntry(name, code)
  const result = await build({
    configFile: false,
    root: app,
    logLevel: 'error',
    plugins: [plugin],
    resolve: { conditions: ['source', 'module', 'browser', 'production'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      // As the apps are built: every browser that runs the kit has it.
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: id,
        // A page exports nothing: Vite then leaves what its late chunks share with it where it is. The others are libraries.
        preserveEntrySignatures: name === 'page' ? false : 'strict',
        external: name === 'page' ? [] : [/^react(?:-dom)?(?:\/|$)/u],
      },
    },
  })
  return [result].flat()[0].output.filter(({ type }) => type === 'chunk')
}

/** The files of the entries, and of all that `next` leads to from there. */
const reachedBy = (chunks, next) => {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const reached = new Set()
  const visit = (file) => {
    if (reached.has(file) || !byFile.has(file)) return
    reached.add(file)
    for (const other of next(byFile.get(file), byFile)) visit(other)
  }
  for (const chunk of chunks) if (chunk.isEntry) visit(chunk.fileName)
  return reached
}

const isOnDemand = (chunk) => chunk.moduleIds.some((id) => onDemand.test(id))

const foldersOf = (chunks) => {
  const first = reachedBy(chunks, ({ imports }) => imports)
  // What only a chunk on demand asks for is on demand as well.
  const unasked = reachedBy(chunks, ({ imports, dynamicImports }, byFile) => [
    ...imports,
    ...dynamicImports.filter((file) => byFile.has(file) && !isOnDemand(byFile.get(file))),
  ])
  return ({ fileName }) => (first.has(fileName) ? 'first' : unasked.has(fileName) ? 'later' : 'on-demand')
}

rmSync(out, { recursive: true, force: true })
for (const [name, code] of Object.entries(entries)) {
  const chunks = await bundle(name, code)
  const folderOf = foldersOf(chunks)
  for (const chunk of chunks) {
    const path = join(out, name, folderOf(chunk), basename(chunk.fileName))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, chunk.code)
  }
}
