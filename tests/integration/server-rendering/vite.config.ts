import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

// React's development edition: the other does not say what differs.
export default defineConfig({
  root: here('.'),
  mode: 'development',
  base: './',
  define: { 'process.env.NODE_ENV': '"development"' },
  resolve: { conditions: ['source', 'module', 'browser', 'development'] },
  build: {
    minify: false,
    modulePreload: false,
    target: 'esnext',
    cssTarget: ['chrome123'],
    rollupOptions: { input: here('client.tsx'), output: { entryFileNames: 'client.js' } },
  },
})
