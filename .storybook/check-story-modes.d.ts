declare global {
  /** Set by the runner of the tests: what is wrong with a story in its modes, a sentence each. */
  var checkStoryModes:
    | ((story: HTMLElement, disabledRules: readonly string[]) => Promise<readonly string[]>)
    | undefined
}

export {}
