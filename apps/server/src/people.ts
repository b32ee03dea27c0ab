/** Somebody who can sign in on a development machine. */
export interface Person {
  /** The subject of their tokens, and the user that the backend knows. */
  readonly id: string
  readonly name: string
  readonly email: string
  /** What the sign-in page says of them. */
  readonly note: string
  /** Without it, the backend answers as the Headless API does for a user without access. */
  readonly hasAccess: boolean
}

/** Everybody whom the development sign-in offers. */
export const people: readonly Person[] = [
  {
    id: 'ada',
    name: 'Ada Moreau',
    email: 'ada@example.test',
    note: 'Operations lead',
    hasAccess: true,
  },
  {
    id: 'kenji',
    name: 'Kenji Watanabe',
    email: 'kenji@example.test',
    note: 'Support engineer, conversations of his own',
    hasAccess: true,
  },
  {
    id: 'noor',
    name: 'Noor Haddad',
    email: 'noor@example.test',
    note: 'No access: shows what such a person sees',
    hasAccess: false,
  },
]

/** Finds a person by the subject of their tokens. */
export const findPerson = (id: string | null): Person | null =>
  people.find((person) => person.id === id) ?? null
