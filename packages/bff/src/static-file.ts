import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

/** A file of the built app, as it is answered. */
export interface StaticFile {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly cacheControl: string
  readonly etag: string
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

// Names that a build writes. No leading dot, percent, backslash or control character, hence no way out.
const segmentPattern = /^[\w-][\w.@~+-]*$/
const year = 'public, max-age=31536000, immutable'

/** Reads files below one folder and nowhere else. `null`: there is none of that name. */
export const createStaticFiles = (root: string): ((path: string) => Promise<StaticFile | null>) => {
  const home = realpath(root)
  // A folder that is not there is a 404 for each file, not a rejection that nobody waits for.
  home.catch(() => undefined)

  const locate = async (path: string): Promise<string | null> => {
    const segments = path.split('/').slice(1)
    if (!segments.every((segment) => segmentPattern.test(segment))) return null
    const [folder, file] = await Promise.all([home, realpath(join(root, ...segments))]).catch(
      () => ['', ''] as const,
    )
    // A link inside the folder may lead out of it.
    return folder !== '' && file.startsWith(folder + sep) ? file : null
  }

  return async (path) => {
    const file = await locate(path)
    const type = file && types[extname(file)]
    if (!file || !type) return null
    const details = await stat(file)
    if (!details.isFile()) return null
    return {
      body: new Uint8Array(await readFile(file)),
      type,
      // Vite puts a hash of the content into the names under assets.
      cacheControl: path.startsWith('/assets/') ? year : 'no-cache',
      etag: `"${details.size.toString(36)}-${Math.trunc(details.mtimeMs).toString(36)}"`,
    }
  }
}
