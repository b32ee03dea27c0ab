import { tellingWordsOf } from '../../knowledge/words.ts'
import type { IntentMatcher } from '../intent-matcher.ts'
import type { ModelTool } from '../model.ts'
import { spaced } from './find-value.ts'

const threshold = 0.5

/** The tool whose name, description or quoted phrases fit a text best; `null` when none fits well enough. */
export function chooseTool(
  matcher: IntentMatcher,
  tools: readonly ModelTool[],
  text: string,
): ModelTool | null {
  const [best] = tools
    .map((tool) => ({ tool, score: fitOf(matcher, tool, text) }))
    .filter(({ score }) => score >= threshold)
    .toSorted((one, other) => other.score - one.score)
  return best?.tool ?? null
}

function fitOf(matcher: IntentMatcher, { name, description }: ModelTool, text: string): number {
  const quoted = [...description.matchAll(/[“"]([^”"]+)[”"]/g)].map((match) => match[1] ?? '')
  const asPhrases = matcher.score([spaced(name), ...quoted], text)
  // The other way round for a long description: whether it has what the text is about.
  const words = tellingWordsOf(text)
  const asDescription =
    words.length < 2 ? 0 : matcher.score([words.join(' ')], `${spaced(name)} ${description}`)
  return Math.max(asPhrases, asDescription)
}
