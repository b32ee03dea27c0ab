import { skills } from './catalogue.ts'

const day = 86_400_000

// As a recipe's job would have left them: drawn from the day, so that two reads agree.
const refundsUntil = (now: number): readonly object[] =>
  Array.from({ length: 30 }, (_, index) => {
    const at = Math.floor(now / day) - 29 + index
    const refunds = 8 + ((at * 7) % 11) + (at % 7 === 0 ? 9 : 0)
    return {
      day: new Date(at * day).toISOString().slice(0, 10),
      refunds,
      value: Math.round(refunds * (31 + ((at * 13) % 17))),
    }
  })

const outputs: Readonly<Record<string, (now: number) => unknown>> = {
  [skills.lookUpOrder.name]: () => ({
    order: 'A-1042',
    item: 'Ceramic lamp',
    total: '€ 90.50',
    delivered: '14 November, 10:42',
    'signed by': 'A. Moreau',
  }),
  [skills.checkStock.name]: () => [
    { warehouse: 'Lisbon', lamps: 12 },
    { warehouse: 'Porto', lamps: 3 },
    { warehouse: 'Faro', lamps: 7 },
  ],
  [skills.reportRefunds.name]: refundsUntil,
}

/** What a skill of the scripted agent made; `undefined` for one whose job leaves nothing to read. */
export const outputOf = (skillName: string, now: number): unknown =>
  Object.hasOwn(outputs, skillName) ? outputs[skillName]?.(now) : undefined
