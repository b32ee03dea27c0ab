/** Whether an operator lifted the guard for a host. `port` is never empty. */
export type AllowList = (hostname: string, port: string) => boolean

/**
 * Hosts that may be reached although they are not public, or on any port: `localhost`, `[::1]:8080`. Each stands for
 * that very name as requests write it, never for what it resolves to or for what lies below it.
 */
export function createAllowList(hosts: readonly string[]): AllowList {
  const allowed = new Set(hosts.map((host) => host.toLowerCase()))
  return (hostname, port) => {
    const name = bareName(hostname)
    const written = name.includes(':') ? `[${name}]` : name
    return allowed.has(written) || allowed.has(`${written}:${port}`)
  }
}

/** A host’s name in lower case without brackets, and without the dot that names may end with. */
export const bareName = (hostname: string): string =>
  hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
