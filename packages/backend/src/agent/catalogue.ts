import type { Skill } from './skill.ts'

type SkillName =
  | 'lookUpOrder'
  | 'checkCourier'
  | 'findPayment'
  | 'checkStock'
  | 'createRefund'
  | 'cancelOrder'
  | 'grantDiscount'
  | 'holdStock'
  | 'createCase'
  | 'countInventory'
  | 'reportRefunds'

/** The skills of the scripted agent. */
export const skills: Readonly<Record<SkillName, Skill>> = {
  lookUpOrder: { name: 'Look up order', id: 'recipe:4471' },
  checkCourier: { name: 'Check courier claim', id: 'recipe:4472' },
  findPayment: { name: 'Find the payment', id: 'recipe:4473' },
  checkStock: { name: 'Check stock', id: 'recipe:4474' },
  createRefund: { name: 'Create refund', id: 'recipe:4475' },
  cancelOrder: { name: 'Cancel order', id: 'recipe:4476' },
  grantDiscount: { name: 'Grant discount', id: 'recipe:4477' },
  holdStock: { name: 'Hold stock', id: 'recipe:4480' },
  createCase: { name: 'Create Salesforce case', id: 'recipe:4478' },
  countInventory: { name: 'Count inventory', id: 'recipe:4479' },
  reportRefunds: { name: 'Report refunds', id: 'recipe:4480' },
}

const byName = new Map(Object.values(skills).map((skill) => [skill.name, skill]))

/** A skill as the wire names it; one that the catalogue does not know has a number drawn from its name. */
export const skillNamed = (name: string): Skill =>
  byName.get(name) ?? { name, id: `recipe:${numberOf(name)}` }

const numberOf = (name: string): number =>
  Array.from(name, (character) => character.codePointAt(0) ?? 0).reduce(
    (sum, code) => (sum * 31 + code) % 900_000,
    7,
  ) + 100_000
