import { createServer as createHttpServer, request as requestHttp } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'

/** A floor of S6 as a process of its own: `tcp` joins two sockets, `http` pipes what node:http reads. */
const [kind = 'tcp', port = '0'] = process.argv.slice(2)
const upstream = { host: '127.0.0.1', port: Number(port) }

const tcp = createServer((browser) => {
  const far = connect(upstream)
  browser.on('error', () => far.destroy())
  far.on('error', () => browser.destroy())
  browser.pipe(far).pipe(browser)
})
const http = createHttpServer((request, response) => {
  const options = { ...upstream, method: request.method, path: request.url, headers: request.headers }
  const forward = requestHttp({ ...options, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  forward.on('error', () => response.destroy())
  response.on('close', () => forward.destroy())
  request.pipe(forward)
})
const server = kind === 'tcp' ? tcp : http
server.listen({ port: 0, host: '127.0.0.1', backlog: 8_192 }, () => {
  // A listening TCP server has an address of this form.
  process.stdout.write(`READY http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.once('SIGTERM', () => process.exit(0))
