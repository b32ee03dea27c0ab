const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Makes names that nobody can guess: `run_4k…`, 20 characters of 5 bits behind the prefix. */
export type MakeId = (prefix: string) => string

/** `random` gives numbers in [0, 1). */
export const createIds =
  (random: () => number): MakeId =>
  (prefix) =>
    `${prefix}_${Array.from({ length: 20 }, () => alphabet[Math.floor(random() * 32)]).join('')}`
