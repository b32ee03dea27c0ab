import type { Rendered } from '@threadwork/engine'
import { bindingHostOf } from '../secrets/host-binding.ts'
import type { FillTarget, Filled, SecretVault } from '../secrets/secret-vault.ts'
import { wellFormed } from '../well-formed.ts'

/** Whether a secret stands in a text. */
export const holdsSecret = (rendered: Rendered): boolean => rendered.some((part) => typeof part !== 'string')

/** An address whose host is known before any secret is opened, or why it is none. */
export type Address =
  | { readonly type: 'address'; readonly url: URL; readonly host: string }
  | { readonly type: 'refused'; readonly error: string }

/** Reads where an address leads without its secrets, which may stand in the path and in the query alone. */
export function readAddress(rendered: Rendered): Address {
  const [one, other] = ['a', 'b'].map((letter) => asUrl(rendered, letter))
  if (!one || !other)
    return refused('The address is not one. Write it whole, as in https://api.example.com/orders.')
  // What changes with a secret is made of it.
  if (one.origin !== other.origin || one.username !== other.username || one.password !== other.password)
    return refused(
      'A secret cannot say which host an address leads to, for then nobody could tell whether it may go there. Write the host out, and keep the rest in the secret.',
    )
  return { type: 'address', url: one, host: bindingHostOf(one) }
}

/**
 * The whole address. A secret is escaped for its place: in the query it is one value; in the path its slashes stay, for
 * the secret half of a webhook’s address is several segments.
 */
export function fillAddress(vault: SecretVault, rendered: Rendered, target: FillTarget): Promise<Filled> {
  return vault.fill(rendered, target, (value, before) => {
    const escaped = encodeURIComponent(wellFormed(value))
    return /[?#]/.test(before) ? escaped : escaped.replaceAll('%2F', '/')
  })
}

function asUrl(rendered: Rendered, standIn: string): URL | null {
  const text = rendered.map((part) => (typeof part === 'string' ? part : standIn)).join('')
  return URL.canParse(text) ? new URL(text) : null
}

const refused = (error: string): Address => ({ type: 'refused', error })
