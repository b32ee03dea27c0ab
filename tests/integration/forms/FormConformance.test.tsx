import { decodeForm, type FormDialect } from '@threadwork/core/forms'
import { DataPointsForm } from '@threadwork/react'
import type { ComponentType, ReactElement } from 'react'
import { afterAll, expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { choiceFeatures } from './choice-features.ts'
import type { Feature, Fixture } from './feature.ts'
import { NaiveForm, type TriedFormProps } from './NaiveForm.tsx'
import { numberFeatures } from './number-features.ts'
import { structureFeatures } from './structure-features.ts'
import { textFeatures } from './text-features.ts'
import { tryForm } from './try-form.ts'

const features: readonly Feature[] = [
  ...textFeatures,
  ...numberFeatures,
  ...choiceFeatures,
  ...structureFeatures,
]
const dialects: readonly FormDialect[] = ['data-points', 'parameter-schema', 'json-schema', 'elicitation']

const OurForm = ({ source, onSubmit }: TriedFormProps): ReactElement => (
  <DataPointsForm
    message="Details"
    definition={decodeForm(source)}
    submission={null}
    onSubmit={onSubmit}
    onUpload={async (file) => Promise.resolve({ id: `id of ${file.name}` })}
    {...(source.dialect === 'elicitation' && {
      onDecline: () => onSubmit({ action: 'decline' }),
      onCancel: () => onSubmit({ action: 'cancel' }),
    })}
  />
)

const attempt = async (Form: ComponentType<TriedFormProps>, fixture: Fixture): Promise<void> => {
  const sent: unknown[] = []
  const screen = await render(
    <div>
      <button type="button" data-start>
        Start
      </button>
      <Form source={fixture.source} onSubmit={(values) => sent.push(values)} />
    </div>,
  )
  await expect.element(screen.getByRole('button', { name: 'Send details' })).toBeVisible()
  try {
    await tryForm(fixture, () => sent)
  } finally {
    await screen.unmount()
  }
}

type Result = 'passed' | 'FAILED' | 'not expressible'

const results = new Map<string, Result>()
const keyOf = (feature: string, dialect: FormDialect): string => `${feature} / ${dialect}`

const cells = features.flatMap(({ name, cells: byDialect }) =>
  dialects.flatMap((dialect) => {
    const cell = byDialect[dialect]
    return typeof cell === 'string' ? [] : [{ name, dialect, cell }]
  }),
)

test.each(cells)('$dialect: $name', async ({ name, dialect, cell }) => {
  results.set(keyOf(name, dialect), 'FAILED')

  await attempt(OurForm, cell)

  results.set(keyOf(name, dialect), 'passed')
})

test('the control, a text input for each key, fails at most of it', async () => {
  const failed: string[] = []

  for (const { name, dialect, cell } of cells)
    await attempt(NaiveForm, cell).catch(() => failed.push(keyOf(name, dialect)))

  // What it can do is what needs no title, default, limit, type or condition.
  expect(cells.length - failed.length).toBeLessThanOrEqual(4)
  console.log(`control: ${cells.length - failed.length} of ${cells.length} passed`)
}, 600_000)

afterAll(() => {
  const widest = Math.max(...features.map(({ name }) => name.length))
  const lines = features.map(({ name, cells: byDialect }) =>
    [
      name.padEnd(widest),
      ...dialects.map((dialect) =>
        (typeof byDialect[dialect] === 'string'
          ? 'not expressible'
          : (results.get(keyOf(name, dialect)) ?? 'FAILED')
        ).padEnd(16),
      ),
    ].join('  '),
  )
  const counted = (result: Result) =>
    features.flatMap(({ name, cells: byDialect }) =>
      dialects.filter((dialect) =>
        typeof byDialect[dialect] === 'string'
          ? result === 'not expressible'
          : results.get(keyOf(name, dialect)) === result,
      ),
    ).length
  console.log(
    [
      ['feature'.padEnd(widest), ...dialects.map((dialect) => dialect.padEnd(16))].join('  '),
      ...lines,
      `${counted('passed')} passed, ${counted('FAILED')} failed, ${counted('not expressible')} not expressible`,
    ].join('\n'),
  )
})
