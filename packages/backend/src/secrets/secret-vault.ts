import { type Rendered, fillSecrets } from '@threadwork/engine'
import { type HostBinding, isBoundTo } from './host-binding.ts'
import { type Mask, createMask } from './mask.ts'
import type { SealedSecret, Sealer } from './sealer.ts'
import { SecretError } from './secret-error.ts'

/** A secret as a team keeps it. */
export interface StoredSecret {
  readonly name: string
  readonly sealed: SealedSecret
  /** Where it may go; nowhere when empty. */
  readonly hosts: readonly HostBinding[]
}

/** Where a team's secrets are read: those of that team and of no other. */
export interface SecretShelf {
  list(teamId: string): readonly StoredSecret[]
}

export interface FillTarget {
  readonly teamId: string
  /** `api.example.com`, or with a port other than 443: `api.example.com:8443`. See `bindingHostOf`. */
  readonly host: string
}

/** How a secret is written at its place, over what its slot says; `before` is all that stands before it. */
export type SpellSecret = (value: string, before: string) => string

/** The text with its secrets in place, or why it cannot be had: a sentence with names, never with values. */
export type Filled =
  | { readonly type: 'filled'; readonly text: string }
  | { readonly type: 'refused'; readonly error: string }

/**
 * Puts secrets where a template names them. It reads the team's shelf alone and knows nothing of runs, so no variable
 * of a run can stand in a secret's place; and text that came out of a template is never read a second time.
 */
export interface SecretVault {
  /** Without `spell` each is written in the encoding of its slot. */
  fill(rendered: Rendered, target: FillTarget, spell?: SpellSecret): Promise<Filled>
  /** Hides every secret of a team, used here or not: a host may tell what it was told before. */
  mask(teamId: string): Promise<Mask>
}

export function createSecretVault(shelf: SecretShelf, sealer: Sealer): SecretVault {
  const valueOf = async (name: string, { teamId, host }: FillTarget): Promise<Filled> => {
    const secret = shelf.list(teamId).find((other) => other.name === name)
    if (!secret) return refused(`There is no secret “${name}”. Create it under global variables.`)
    if (!isBoundTo(secret.hosts, host)) return refused(notBound(secret, host))
    return opened(() => sealer.open(secret.sealed, { teamId, name }))
  }
  return {
    fill: async (rendered, target, spell) => {
      let text = ''
      for (const part of rendered) {
        if (typeof part === 'string') {
          text += part
          continue
        }
        const value = await valueOf(part.secret, target)
        if (value.type === 'refused') return value
        text += spell ? spell(value.text, text) : fillSecrets([part], () => value.text)
      }
      return { type: 'filled', text }
    },
    mask: async (teamId) => {
      const opening = shelf
        .list(teamId)
        .map(({ sealed, name }) => opened(() => sealer.open(sealed, { teamId, name })))
      // What cannot be opened cannot have left through us.
      const values = (await Promise.all(opening)).flatMap((filled) =>
        filled.type === 'filled' ? [filled.text] : [],
      )
      return createMask(values)
    },
  }
}

async function opened(open: () => Promise<string>): Promise<Filled> {
  try {
    return { type: 'filled', text: await open() }
  } catch (error) {
    if (error instanceof SecretError) return refused(error.message)
    throw error
  }
}

const refused = (error: string): Filled => ({ type: 'refused', error })

const notBound = ({ name, hosts }: StoredSecret, host: string): string =>
  hosts.length === 0
    ? `The secret “${name}” is bound to no host, so it is not sent to ${host}. Name ${host} among its hosts.`
    : `The secret “${name}” is not sent to ${host}: it is bound to ${hosts.join(', ')}. Add ${host} to its hosts, or send the request there.`
