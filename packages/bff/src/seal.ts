import { sealData, unsealData } from 'iron-session'

/** Encrypts and signs plain data with a secret of at least 32 characters. */
export interface Seal {
  close(data: object): Promise<string>
  /** `null` for anything that this secret did not seal. */
  open(sealed: string): Promise<Readonly<Record<string, unknown>> | null>
}

/** Seals without a life of their own: what is sealed says when it ends. */
export const createSeal = (secret: string): Seal => ({
  close: (data) => sealData(data, { password: secret, ttl: 0 }),
  open: async (sealed) => {
    const data: unknown = await unsealData(sealed, { password: secret, ttl: 0 }).catch(() => null)
    if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return null
    // A plain object is all that was checked, and all that this type says.
    return data as Readonly<Record<string, unknown>>
  },
})
