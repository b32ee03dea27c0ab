import { toBase64, toHex } from '../base64.ts'
import { wellFormed } from '../well-formed.ts'

/** Below this, a piece of base64 turns up by chance in what has nothing to do with the secret. */
const shortestPiece = 4

/** Every form in which a secret is looked for. */
export function spellingsOf(value: string): readonly string[] {
  const bytes = new TextEncoder().encode(value)
  const hex = toHex(bytes)
  return [value, ...inJson(value), ...inUrl(wellFormed(value)), hex, hex.toUpperCase(), ...inBase64(bytes)]
}

/** Inside a JSON text, also one that is a string in another; and as encoders write it that keep to ASCII or escape slashes. */
function inJson(value: string): readonly string[] {
  const once = JSON.stringify(value).slice(1, -1)
  const ascii = once.replaceAll(
    /[^\0-\x7F]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return [once, ascii, once.replaceAll('/', '\\/'), JSON.stringify(once).slice(1, -1)]
}

/** As `encodeURIComponent` writes it, as forms do, and with every byte encoded that is no letter or digit. */
function inUrl(value: string): readonly string[] {
  const component = encodeURIComponent(value)
  const strict = component.replaceAll(/[!'()*~._-]/g, (sign) => `%${toHex(byteOf(sign)).toUpperCase()}`)
  const form = new URLSearchParams({ '': value }).toString().slice(1)
  const path = component.replaceAll('%2F', '/')
  return [component, strict, form, path].flatMap((text) => [text, lowerEscapes(text)])
}

const byteOf = (sign: string): Uint8Array => Uint8Array.of(sign.charCodeAt(0))

const lowerEscapes = (text: string): string =>
  text.replaceAll(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase())

/**
 * Base64 writes three bytes as four letters, so a secret inside a longer text has one of three forms by where it
 * begins. Letters that depend on what stands beside it are left out.
 */
function inBase64(bytes: Uint8Array): readonly string[] {
  const whole = [toBase64(bytes)]
  const inside = [0, 1, 2]
    .map((before) => {
      const letters = toBase64(new Uint8Array([...new Uint8Array(before), ...bytes]))
      return letters.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
    })
    .filter((letters) => letters.length >= shortestPiece)
  return [...whole, ...inside].flatMap((letters) => [letters, forUrls(letters), unpadded(forUrls(letters))])
}

const forUrls = (letters: string): string => letters.replaceAll('+', '-').replaceAll('/', '_')
const unpadded = (letters: string): string => letters.replace(/=+$/, '')
