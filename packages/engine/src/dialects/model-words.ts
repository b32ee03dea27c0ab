import { createLexicon } from './lexicon.ts'
import { type Translation, word } from './translation.ts'

/** The six providers of models, as seed 002 writes them. */
export const providers: Translation = word(
  createLexicon([
    ['Azure OpenAI', 'azure-openai'],
    ['OpenAI', 'openai'],
    ['Google', 'google'],
    ['Anthropic', 'anthropic'],
    ['AWS Bedrock', 'bedrock'],
    ['Custom', 'custom'],
  ]),
)
