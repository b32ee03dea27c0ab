import { diagramFramePlugin } from '@threadwork/react/diagram-frame'
import { defineConfig } from 'vite'

// As the apps are built: `worker` picks the entity decoder that needs no innerHTML.
export default defineConfig({
  plugins: [diagramFramePlugin()],
  resolve: { conditions: ['source', 'worker', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../../../.cache/attacks',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
  },
})
