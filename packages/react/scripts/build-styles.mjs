import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundle } from 'lightningcss'

const inPackage = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

// No targets: `light-dark()` and logical properties have to reach the browser as they were written.
const styles = (from, to) => {
  const { code } = bundle({ filename: inPackage(from), minify: true })
  writeFileSync(inPackage(to), code)
}

mkdirSync(inPackage('dist'), { recursive: true })
styles('src/styles.css', 'dist/styles.css')
styles('src/chat.css', 'dist/chat.css')
styles('src/tokens/tokens.css', 'dist/tokens.css')
styles('src/chart/chart.css', 'dist/chart.css')
styles('src/highlight/highlight.css', 'dist/highlight.css')
styles('src/math/math.css', 'dist/math.css')
styles('src/diagrams/diagrams.css', 'dist/diagrams.css')
styles('src/inspector/tools.css', 'dist/inspector.css')
