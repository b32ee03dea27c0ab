/** One row of docs/rows.md. */
export interface Row {
  readonly id: string
  readonly what: string
  readonly state: string
  readonly evidence: readonly Evidence[]
}

/** A test's title, or the export of a story, in a file of the project. */
export interface Evidence {
  readonly path: string
  readonly title: string
}

const counts = { A: 30, W: 74, I: 62, G: 34, C: 84, K: 20 }

/** Every row that the product has, in its order. */
export const rowIds: readonly string[] = Object.entries(counts).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`),
)

const evidenceOf = (text: string): Evidence => {
  const [path = '', ...title] = text.split(' › ')
  return { path: path.trim(), title: title.join(' › ').trim().replaceAll('\\|', '|') }
}

/** Reads the rows out of the page's tables; other lines are prose. */
export const readRows = (markdown: string): readonly Row[] =>
  markdown
    .split('\n')
    .filter((line) => /^\| [A-Z]\d\d \|/u.test(line))
    .map((line) => {
      const [, id = '', what = '', state = '', shown = ''] = line
        .split(/(?<!\\)\|/u)
        .map((cell) => cell.trim())
      const evidence = shown === '' ? [] : shown.split('<br>').map(evidenceOf)
      return { id, what, state, evidence }
    })

const states = ['done', 'partly', 'not yet']

/** Reads a file of the project; `null` when there is none. */
export type ReadFile = (path: string) => string | null

const judgeEvidence = ({ id }: Row, { path, title }: Evidence, readFile: ReadFile): string | null => {
  if (!/\.(?:test|stories|e2e)\.tsx?$/u.test(path))
    return `${id} names ${path}, which is neither a test nor a story`
  const text = readFile(path)
  if (text === null) return `${id} names ${path}, which does not exist`
  const escaped = title.replaceAll(`'`, String.raw`\'`)
  const isStory = path.includes('.stories.') && new RegExp(`export const ${title}\\b`, 'u').test(text)
  const isTitle =
    title !== '' &&
    [`'${escaped}'`, `"${title}"`, `\`${title}\``, `'${title}'`].some((quoted) => text.includes(quoted))
  return isStory || isTitle ? null : `${id} names "${title}", which ${path} does not have`
}

/** What is wrong with the rows, as sentences. */
export const judgeRows = (rows: readonly Row[], readFile: ReadFile): readonly string[] => {
  const known = rows.map(({ id }) => id)
  return [
    ...rowIds.filter((id) => !known.includes(id)).map((id) => `${id} is missing`),
    ...known.filter((id, index) => known.indexOf(id) !== index).map((id) => `${id} stands twice`),
    ...known.filter((id) => !rowIds.includes(id)).map((id) => `${id} is no row of the product`),
    ...rows.flatMap((row) => [
      ...(states.includes(row.state)
        ? []
        : [`${row.id} has the state "${row.state}"; known: ${states.join(', ')}`]),
      ...(row.what === '' ? [`${row.id} does not say what it is`] : []),
      ...(row.state !== 'not yet' && row.evidence.length === 0
        ? [`${row.id} is ${row.state}, and nothing shows it`]
        : []),
      ...row.evidence.map((each) => judgeEvidence(row, each, readFile)).filter((problem) => problem !== null),
    ]),
  ]
}
