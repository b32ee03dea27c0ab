/**
 * - `unset`: nobody configured what is asked for.
 * - `refused`: the provider does not take the key, the model or the request.
 * - `busy`: over a limit, or the provider is in trouble: later it may work.
 * - `unreachable`: no answer, or one that was cut off.
 * - `bad-answer`: an answer that nothing can be done with.
 * - `cancelled`: whoever asked no longer waits.
 */
export type ModelErrorCode = 'unset' | 'refused' | 'busy' | 'unreachable' | 'bad-answer' | 'cancelled'

/** Why a model gave no answer. The message is for people: it names what to do, and never holds a key. */
export class ModelError extends Error {
  readonly code: ModelErrorCode

  constructor(code: ModelErrorCode, message: string) {
    super(message)
    this.name = 'ModelError'
    this.code = code
  }
}
