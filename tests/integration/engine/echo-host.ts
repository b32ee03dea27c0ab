import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that gives back whatever it was sent, in every spelling; below `/fail` as an error. */
export interface EchoHost {
  readonly url: string
  /** How many requests came. */
  readonly count: () => number
  close(): Promise<void>
}

const spellings = (text: string): readonly string[] => [
  text,
  encodeURIComponent(text),
  Buffer.from(text).toString('base64'),
  Buffer.from(text).toString('base64url'),
  Buffer.from(text).toString('hex'),
]

/** Starts one on the loopback. */
export const startEchoHost = async (): Promise<EchoHost> => {
  let count = 0
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      count += 1
      const { authorization = '' } = request.headers
      const { searchParams, pathname } = new URL(request.url ?? '/', 'http://echo')
      const heard = [
        authorization.slice('Bearer '.length),
        searchParams.get('k') ?? '',
        Buffer.concat(parts).toString(),
      ]
      const status = pathname.startsWith('/fail') ? 500 : 200
      response.writeHead(status, {
        'Content-Type': 'application/json',
        'X-Echo': encodeURIComponent(authorization),
      })
      response.end(JSON.stringify({ url: request.url, heard: heard.flatMap(spellings) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    count: () => count,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
