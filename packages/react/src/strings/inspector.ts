import type { WireReport } from '@threadwork/core'

export interface InspectorStrings {
  readonly label: string
  readonly empty: string
  readonly kinds: Readonly<Record<WireReport['type'], string>>
  link(transport: string, link: string): string
  bytes(count: number): string
  readonly malformed: string
}

const number = new Intl.NumberFormat('en')

export const englishInspector: InspectorStrings = {
  label: 'Events',
  empty: 'Nothing has come over the wire yet.',
  kinds: {
    event: 'Event',
    ping: 'Keep-alive',
    ignored: 'Ignored',
    malformed: 'Malformed',
    interrupted: 'Interrupted',
    request: 'Request',
    problem: 'Problem',
  },
  link: (transport, link) => `${transport}, ${link.toLowerCase()}`,
  bytes: (count) => `${number.format(count)} bytes`,
  malformed: 'could not be read',
}
