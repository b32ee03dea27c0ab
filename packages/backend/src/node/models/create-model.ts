import type { ModelChoice } from '@threadwork/engine'
import { createIntentMatcher } from '../../models/create-intent-matcher.ts'
import type { Model } from '../../models/model.ts'
import { ModelError } from '../../models/model-error.ts'
import { createScriptedModel } from '../../models/scripted/create-scripted-model.ts'
import type { LanguageModelAddress } from './load-language-model.ts'
import type { ModelsConfig } from './read-models.ts'

/**
 * The models of a server behind one port. What a node chooses is asked where its provider has a key; else the usual
 * model answers, and the answer names it.
 */
export function createModel(config: ModelsConfig): Model {
  const { usual } = config
  const scripted = createScriptedModel(createIntentMatcher())
  return {
    name: usual.type === 'scripted' ? 'scripted' : `${usual.provider}/${usual.model}`,
    isScripted: usual.type === 'scripted',
    generate: async (request) => {
      const address = chosenAddress(config, request.choice)
      if (address === null) return scripted.generate(request)
      // A server without a model does not load the SDK.
      const { askProvider } = await import('./ask-provider.ts')
      return askProvider(address, request)
    },
  }
}

/** Where a request goes; `null`: nowhere, the script answers. */
function chosenAddress(config: ModelsConfig, choice: ModelChoice): LanguageModelAddress | null {
  const { usual, providers } = config
  const chosen = choice.provider === null ? undefined : providers[choice.provider]
  if (choice.provider !== null && chosen !== undefined) {
    const usualModel = usual.type === 'provider' && usual.provider === choice.provider ? usual.model : null
    const model = choice.model ?? usualModel
    if (model === null)
      throw new ModelError('unset', `The node chooses ${choice.provider} and no model of it. Choose one.`)
    return { provider: choice.provider, model, settings: chosen }
  }
  if (usual.type === 'scripted') return null
  // A model alone is one of the usual provider's; a model of a provider without a key is nobody's.
  const model = choice.provider === null ? (choice.model ?? usual.model) : usual.model
  return { provider: usual.provider, model, settings: providers[usual.provider] ?? {} }
}
