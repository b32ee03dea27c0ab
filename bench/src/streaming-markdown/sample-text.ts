/** A number from zero to just below `below`. */
type Pick = (below: number) => number

/** A small generator of numbers, so that every run streams the same text. */
const numbers = (seed: number): Pick => {
  // Mulberry32.
  let state = seed
  return (below) => {
    state = (state + 0x6d_2b_79_f5) | 0
    const once = Math.imul(state ^ (state >>> 15), 1 | state)
    const twice = (once + Math.imul(once ^ (once >>> 7), 61 | once)) ^ once
    return Math.floor((((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const words =
  'the order was delivered late because a courier missed its window and this refund policy covers damage in transit when claims arrive within fourteen days of delivery so our workflow asks for approval before any amount leaves account storage'.split(
    ' ',
  )

const several = <Part>(count: number, part: (index: number) => Part): readonly Part[] =>
  Array.from({ length: count }, (_, index) => part(index))

const phrase = (pick: Pick, length: number): string =>
  several(length, () => words[pick(words.length)]).join(' ')

const oneOf = (pick: Pick, parts: readonly ((pick: Pick) => string)[]): string =>
  parts[pick(parts.length)]?.(pick) ?? ''

const inline = (pick: Pick): string =>
  oneOf(pick, [
    () => `**${phrase(pick, 2)}**`,
    () => `**${phrase(pick, 3)}**`,
    () => `*${phrase(pick, 2)}*`,
    () => `\`${phrase(pick, 1)}_id\``,
    () => `[the ${phrase(pick, 2)}](https://docs.example.com/${phrase(pick, 1)})`,
  ])

const sentence = (pick: Pick): string => {
  const plain = phrase(pick, 7 + pick(10))
  return pick(3) === 0 ? `${plain} ${inline(pick)}.` : `${plain}.`
}

const paragraph = (pick: Pick): string => several(1 + pick(3), () => sentence(pick)).join(' ')

const item = (pick: Pick): string =>
  pick(2) === 0 ? `**${phrase(pick, 2)}**: ${phrase(pick, 5 + pick(6))}` : phrase(pick, 5 + pick(8))

const bullets = (pick: Pick): string => several(3 + pick(4), () => `- ${item(pick)}`).join('\n')

const steps = (pick: Pick): string =>
  several(
    3 + pick(3),
    (index) => `${index + 1}. ${item(pick)}${pick(4) === 0 ? `\n   - ${item(pick)}` : ''}`,
  ).join('\n')

const tasks = (pick: Pick): string =>
  several(3, () => `- [${pick(2) === 0 ? 'x' : ' '}] ${item(pick)}`).join('\n')

const table = (pick: Pick): string =>
  [
    '| Item | Reason | Amount |',
    '| :-- | :-- | --: |',
    ...several(3 + pick(4), () => `| ${phrase(pick, 2)} | ${phrase(pick, 3)} | ${pick(900)}.00 |`),
  ].join('\n')

const code = (pick: Pick): string =>
  [
    '```ts',
    ...several(
      4 + pick(10),
      (index) =>
        `const ${phrase(pick, 1)}${index} = await read('${phrase(pick, 1)}', { limit: ${pick(1000)} })`,
    ),
    '```',
  ].join('\n')

const quote = (pick: Pick): string => `> ${sentence(pick)}`

// As an agent answers: short paragraphs and lists, now and then a table or code.
const blocks = [paragraph, paragraph, paragraph, bullets, bullets, steps, tasks, table, code, code, quote]

/** About `length` characters of an agent's answer in markdown; the same for the same seed. */
export const sampleText = (length: number, seed = 1): string => {
  const pick = numbers(seed)
  let text = '# What was found\n\n'
  for (let index = 1; text.length < length; index += 1) {
    if (index % 5 === 0) text += `## ${phrase(pick, 4)}\n\n`
    text += `${oneOf(pick, blocks)}\n\n`
  }
  return text.slice(0, length)
}
