import { securityHeaders } from '@threadwork/bff'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const originsOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(/[\s,]+/).filter(Boolean)
const port = Number(process.env['PORT'] ?? 4400)
const imageOrigins = originsOf(process.env['IMAGE_ORIGINS'])
const linkOrigins = originsOf(process.env['LINK_ORIGINS'])

// The page is built and served with the headers that the BFF sends, so that what is measured is what ships.
export default defineConfig({
  plugins: [react()],
  define: { __IMAGE_ORIGINS__: JSON.stringify(imageOrigins), __LINK_ORIGINS__: JSON.stringify(linkOrigins) },
  resolve: { conditions: ['source', 'worker', 'module', 'browser', 'development|production'] },
  build: {
    outDir: 'dist/page',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssTarget: ['chrome123', 'safari17.5', 'firefox120'],
  },
  preview: {
    host: '127.0.0.1',
    port,
    strictPort: true,
    headers: { ...securityHeaders({ imageOrigins, publicOrigin: `http://127.0.0.1:${port}` }) },
  },
})
