/** How well a message means what phrases say. */
export interface IntentMatcher {
  /** From 0, nothing in common, to 1, as good as the phrase itself: of the phrase that fits best. */
  score(phrases: readonly string[], text: string): number
}

/** From this score on a message means a phrase, where nobody chose another threshold. */
export const usualIntentThreshold = 0.6
