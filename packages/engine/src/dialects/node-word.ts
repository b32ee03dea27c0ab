import { isRecord } from '../is-record.ts'
import type { Json, JsonObject } from '../json.ts'
import { createLexicon, type Lexicon } from './lexicon.ts'
import { asItIs, record, type Translation } from './translation.ts'

/** A seed's word for a type of node, and its words for the node's config. */
export interface NodeWord {
  readonly word: string
  readonly type: string
  /** Several words of a seed may be one type of ours, told apart by `config.preset`. */
  readonly preset?: string
  readonly keys?: Lexicon
  /** What stands under a key, by our name of the key. */
  readonly fields?: Readonly<Record<string, Translation>>
}

/** A node's type and config, in a seed's words or in ours. */
export interface TypedConfig {
  readonly type: string
  readonly config: JsonObject
}

/** Carries a node's type and config to our words and back; a permutation of all types and configs. */
export interface NodeTranslation {
  read(node: TypedConfig): TypedConfig
  write(node: TypedConfig): TypedConfig
}

/** Marks what a dialect has no word for: it stands there in our own form. */
export const nativeMark = 'threadwork:'

const noKeys = createLexicon([])

/** Makes the translation of a seed's node words; `types` are all types of ours, marked where the seed has no word. */
export function translateNodes(words: readonly NodeWord[], types: readonly string[]): NodeTranslation {
  const plain = words.filter((each) => each.preset === undefined)
  const spoken = new Set(words.map((each) => each.type))
  const lexicon = createLexicon([
    ...plain.map((each) => [each.word, each.type] as const),
    ...types.filter((type) => !spoken.has(type)).map((type) => [nativeMark + type, type] as const),
  ])
  const configs = new Map(plain.map((each) => [each.type, record(each.keys ?? noKeys, each.fields)]))
  const configOf = (type: string): Translation => configs.get(type) ?? asItIs
  const presets = words.filter((each) => each.preset !== undefined)
  return {
    read: (node) => {
      const { type, config } = readPreset(presets, lexicon, node)
      return { type, config: asObject(configOf(type).read(config)) }
    },
    write: ({ type, config }) =>
      writePreset(presets, lexicon, { type, config: asObject(configOf(type).write(config)) }),
  }
}

// `Zapier` and a webhook with the preset `zapier` change places. What only looks like one of them is its mirror image:
// a webhook in the seed's words that already says `zapier`, and a `Zapier` in ours that says nothing.
function readPreset(presets: readonly NodeWord[], lexicon: Lexicon, node: TypedConfig): TypedConfig {
  const named = presets.find((each) => each.word === node.type)
  if (named?.preset !== undefined) {
    return hasPreset(node) ? node : { type: named.type, config: withPreset(node.config, named.preset) }
  }
  const type = lexicon.toOurs(node.type)
  const meant = presets.find((each) => each.type === type && each.preset === node.config['preset'])
  return meant ? { type: meant.word, config: withoutPreset(node.config) } : { type, config: node.config }
}

function writePreset(presets: readonly NodeWord[], lexicon: Lexicon, node: TypedConfig): TypedConfig {
  const meant = presets.find((each) => each.type === node.type && each.preset === node.config['preset'])
  if (meant) return { type: meant.word, config: withoutPreset(node.config) }
  const named = presets.find((each) => each.word === node.type)
  if (named?.preset === undefined) return { type: lexicon.toTheirs(node.type), config: node.config }
  if (hasPreset(node)) return node
  return { type: lexicon.toTheirs(named.type), config: withPreset(node.config, named.preset) }
}

const hasPreset = (node: TypedConfig): boolean => Object.hasOwn(node.config, 'preset')

const withPreset = (config: JsonObject, preset: string): JsonObject => ({ ...config, preset })

const withoutPreset = (config: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(config).filter(([key]) => key !== 'preset'))

const asObject = (value: Json): JsonObject => (isRecord(value) ? value : {})
