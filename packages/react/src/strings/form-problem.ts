import type { FieldProblem } from '@threadwork/core'
import { englishMoment } from './form-moment.ts'
import { plural } from './plural.ts'

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 20 })

const bound = (limit: number | string): string =>
  typeof limit === 'number' ? numbers.format(limit) : englishMoment(limit)

const nameOfFormat = (format: string): string => {
  switch (format) {
    case 'uuid':
      return 'a UUID, like 3f2b8c1e-5a4d-4e6f-9b7a-0c1d2e3f4a5b'
    case 'ipv4':
      return 'an IPv4 address, like 192.0.2.7'
    case 'ipv6':
      return 'an IPv6 address, like 2001:db8::7'
    case 'hostname':
      return 'a host name, like example.com'
    case 'duration':
      return 'a duration, like P3D or PT20M'
    default:
      return `a text of the form “${format}”`
  }
}

/** What is wrong with a value and how it is put right, in English. */
export const englishProblem = (found: FieldProblem): string => {
  switch (found.type) {
    case 'required':
      return 'Fill this in.'
    case 'email':
      return 'Enter a full email address, like name@example.com.'
    case 'url':
      return 'Enter a full web address, like https://example.com.'
    case 'phone':
      return 'Enter a phone number, like +49 30 1234567.'
    case 'number':
      return 'Enter a number.'
    case 'whole':
      return 'Enter a whole number.'
    case 'step':
      return `Enter a multiple of ${numbers.format(found.limit)}.`
    case 'above':
      return `Enter more than ${numbers.format(found.limit)}.`
    case 'below':
      return `Enter less than ${numbers.format(found.limit)}.`
    case 'date':
      return 'Enter a full date or time.'
    case 'option':
      return 'Choose one of the listed options.'
    case 'consent':
      return 'This needs your consent before it can be sent.'
    case 'json':
      return 'Enter valid JSON, with texts in double quotes.'
    case 'format':
      return `Enter ${nameOfFormat(found.format)}.`
    case 'repeated':
      return `“${found.entry}” is there twice. Enter it once.`
    case 'upload':
      return 'Wait until the file is there, or remove it.'
    case 'min':
      return `Enter ${bound(found.limit)} or ${typeof found.limit === 'number' ? 'more' : 'later'}.`
    case 'max':
      return `Enter ${bound(found.limit)} or ${typeof found.limit === 'number' ? 'less' : 'earlier'}.`
    case 'min-items':
      return `Give at least ${plural(found.limit, 'entry', 'entries')}.`
    case 'max-items':
      return `Give at most ${plural(found.limit, 'entry', 'entries')}.`
    case 'min-length':
      return `Use at least ${plural(found.limit, 'character', 'characters')}.`
    case 'max-length':
      return `Use at most ${plural(found.limit, 'character', 'characters')}.`
  }
}
