import { diagramFramePlugin } from '@threadwork/react/diagram-frame'
import react from '@vitejs/plugin-react'
import { msw } from 'msw/vite'
import { defineConfig } from 'vite'

// `mock` builds the app with the mocked server in it; every other mode leaves that out, worker script included.
export default defineConfig(({ mode, command }) => {
  const isMocked = mode === 'mock' || (command === 'serve' && mode === 'development')
  return {
    plugins: [react(), diagramFramePlugin(), isMocked && msw({ mode: 'worker-only' })],
    define: { __MOCKED__: JSON.stringify(isMocked) },
    // `worker` picks the entity decoder that needs no innerHTML, which Trusted Types forbids.
    resolve: { conditions: ['source', 'worker', 'module', 'browser', 'development|production'] },
    build: {
      outDir: isMocked ? 'dist-mock' : 'dist',
      sourcemap: false,
      modulePreload: { polyfill: false },
      // The kit's colours are light-dark(); older targets would have it rewritten.
      cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
      // Inline data: URLs would need an exception in the Content-Security-Policy.
      assetsInlineLimit: 0,
    },
    server: { port: 5173 },
  }
})
