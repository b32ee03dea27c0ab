import type { Transport } from '@threadwork/core'
import type { Wire } from './chat-settings.ts'

const known = new Map<string, Promise<Transport>>()

const load = async (wire: Wire, url: string): Promise<Transport> => {
  switch (wire) {
    case 'headless': {
      const { headless } = await import('@threadwork/headless')
      return headless({ url })
    }
    case 'signalr': {
      const { signalr } = await import('@threadwork/signalr')
      return signalr({ url })
    }
  }
}

/** The one transport of a wire and an address, so that two elements of one conversation share one stream. */
export const transportFor = (wire: Wire, url: string): Promise<Transport> => {
  const key = `${wire} ${url}`
  const made = known.get(key) ?? load(wire, url)
  known.set(key, made)
  // A chunk that did not come is asked for again.
  made.catch(() => known.delete(key))
  return made
}
