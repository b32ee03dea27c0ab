import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fileName = 'diagram-frame.html'

const read = (url) => readFileSync(fileURLToPath(url), 'utf8')
// Within a page these words begin or end a script, even inside of a string; so written they are the same to JavaScript.
const asScript = (text) => text.replaceAll('\r\n', '\n').replaceAll(/<(?=!--|\/?script)/giu, String.raw`\x3c`)
const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const styles =
  ':root{color-scheme:light dark}html,body{margin:0;background:transparent}#diagram{display:flow-root;text-align:center}' +
  '#diagram svg{display:block;margin-inline:auto;max-inline-size:100%;block-size:auto}'

const policyOf = (scripts) =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hashOf).join(' ')}`,
    // Diagrams bring their own style sheet; without a source for images or fonts it can ask for nothing.
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/**
 * The page that draws diagrams, with mermaid in it, as one text. Serve it from the app's own origin, with
 * `frameHeaders`, and give its address to `diagrams({ frame })`.
 */
export const diagramFrame = () => {
  const mermaid = asScript(read(new URL('./mermaid.min.js', import.meta.resolve('mermaid'))))
  const scripts = [mermaid, asScript(read(new URL('./draw.js', import.meta.url)))]
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(scripts)}">`,
    `<title>Diagram</title><style>${styles}</style></head><body><div id="diagram"></div>`,
    ...scripts.map((script) => `<script>${script}</script>`),
    '</body></html>\n',
  ].join('')
}

/** Headers for that page: opaque even when opened by itself, and framed by this origin alone. */
export const frameHeaders = {
  'content-security-policy': "sandbox allow-scripts; frame-ancestors 'self'",
  'x-frame-options': 'SAMEORIGIN',
}

/** For Vite: serves the page at `/diagram-frame.html` while developing, and writes it beside the built app. */
export const diagramFramePlugin = () => {
  let html
  const page = () => (html ??= diagramFrame())
  const serve = (request, response, next) => {
    if (new URL(request.url, 'http://app').pathname !== `/${fileName}`) return next()
    for (const [name, value] of Object.entries(frameHeaders)) response.setHeader(name, value)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(page())
  }
  return {
    name: 'threadwork-diagram-frame',
    configureServer: (server) => void server.middlewares.use(serve),
    configurePreviewServer: (server) => void server.middlewares.use(serve),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: page() })
    },
  }
}
