import type { Figure } from './measure.ts'
import { keepFindings } from './results.ts'
import type { Ratio, Section } from './section.ts'
import { sections } from './sections.ts'

const show = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3))

const figureLine = ({ subject, unit, median, min, max }: Figure): string =>
  `  ${subject.padEnd(56)} ${show(median)} ${unit} (${show(min)} to ${show(max)})`

const ratioLine = ({ name, value, atMost }: Ratio): string => {
  const verdict = atMost === null ? '' : ` (promised at most ${atMost}${value <= atMost ? '' : ': BROKEN'})`
  return `  ${name.padEnd(56)} ${value.toFixed(2)}${verdict}`
}

const chosen = (): readonly Section[] => {
  const ids = process.argv.slice(2).map((id) => id.toLowerCase())
  const unknown = ids.find((id) => sections.every((section) => section.id !== id))
  if (unknown === undefined) return sections.filter(({ id }) => ids.length === 0 || ids.includes(id))
  const known = sections.map(({ id }) => id).join(', ')
  throw new Error(`There is no section "${unknown}" to measure. Name one or more of: ${known}.`)
}

for (const section of chosen()) {
  console.log(`\n${section.id.toUpperCase()}. ${section.title}`)
  const findings = await section.measure()
  for (const figure of findings.figures) console.log(figureLine(figure))
  console.log('  – ratios of this run')
  for (const ratio of findings.ratios) console.log(ratioLine(ratio))
  keepFindings(section, findings)
}
