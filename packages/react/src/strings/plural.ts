const rules = new Intl.PluralRules('en')

/** English plural: `plural(3, 'skill', 'skills')` is `3 skills`. */
export const plural = (count: number, one: string, other: string): string =>
  `${new Intl.NumberFormat('en').format(count)} ${rules.select(count) === 'one' ? one : other}`
