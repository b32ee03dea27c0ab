import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

// The whole is one build, React included, so that a page needs one script tag and no build of its own.
export default defineConfig({
  // Chunks are found beside the script, wherever a page takes it from.
  base: './',
  // `worker` picks the entity decoder that needs no innerHTML, which pages with Trusted Types forbid.
  resolve: { conditions: ['source', 'worker', 'module', 'browser', 'production'] },
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: fileURLToPath(new URL('dist', import.meta.url)),
    // The declarations stand there already.
    emptyOutDir: false,
    modulePreload: false,
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
    rollupOptions: {
      // All of this is the client's part of a page: `'use client'` has nothing left to say.
      onLog: (level, log, say) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') say(level, log)
      },
      input: fileURLToPath(new URL('src/index.ts', import.meta.url)),
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: 'threadwork.js', chunkFileNames: 'threadwork-[name]-[hash].js' },
    },
  },
})
