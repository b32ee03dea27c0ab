import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundle } from 'lightningcss'

const inPackage = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

// No targets: `light-dark()` and logical properties have to reach the browser as they were written.
const { code } = bundle({ filename: inPackage('src/styles.css'), minify: true })

mkdirSync(inPackage('dist'), { recursive: true })
writeFileSync(inPackage('dist/styles.css'), code)
