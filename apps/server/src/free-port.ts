import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

const tryPort = async (port: number): Promise<number | null> => {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return null
  }
  // A listening TCP server has an address of this form.
  const found = (server.address() as AddressInfo).port
  server.close()
  await once(server, 'close')
  return found
}

/** The wished port of this machine when it is free, else any that is. 0 wishes for any. */
export const freePort = async (wished: number): Promise<number> =>
  (await tryPort(wished)) ?? (await tryPort(0)) ?? 0
