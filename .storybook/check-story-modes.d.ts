/** Set by the runner of the tests: what is wrong with a story in its modes, a sentence each. */
declare var checkStoryModes:
  | ((story: HTMLElement, disabledRules: readonly string[]) => Promise<readonly string[]>)
  | undefined
