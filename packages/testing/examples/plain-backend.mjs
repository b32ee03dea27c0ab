// A backend that stands for one in any language: plain HTTP, nothing of Threadwork. Beside its API it has a door for tests,
// `/test/…`, through which a test says what it tells next. Leave that door out of what you deploy.
import { createServer } from 'node:http'

/** What reads answer, by the end of their path. */
let reads = {}
const streams = new Set()
let commands = 0

const json = (response, status, body) => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

const openStream = (response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write(': open\n\n')
  streams.add(response)
  response.once('close', () => streams.delete(response))
}

const door = (name, body, response) => {
  if (name === 'reads') reads = JSON.parse(body)
  if (name === 'say') for (const stream of streams) stream.write(body)
  if (name === 'reset') [reads, commands] = [{}, 0]
  if (name === 'cut' || name === 'reset') for (const stream of streams) stream.destroy()
  json(response, 200, { commands })
}

const answer = (method, path, body, response) => {
  const known = Object.keys(reads).find((end) => path.endsWith(end))
  if (path.startsWith('/test/')) return door(path.slice('/test/'.length), body, response)
  if (method === 'GET' || path.endsWith('/link'))
    return known === undefined ? json(response, 404, {}) : json(response, 200, reads[known])
  commands += 1
  openStream(response)
}

const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (part) => (body += part))
  request.on('end', () =>
    answer(request.method, new URL(request.url, 'http://host').pathname, body, response),
  )
})
server.listen(0, '127.0.0.1', () => console.log(`READY http://127.0.0.1:${server.address().port}`))
