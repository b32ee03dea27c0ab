import { z } from 'zod'
import { dataPointsSchema } from '../form/data-points-schema.ts'
import { withValues } from './answers.ts'
import { text } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import { formOf, formTexts, shownValues } from './form-question.ts'
import type { NodeKind } from './node-kind.ts'
import { templatesIn } from './templates-in.ts'

const schema = z.object({ message: text('Write what stands above the form.'), dataPoints: dataPointsSchema })

/** Asks a person to fill in a form; each field becomes a variable of its name. */
export const form: NodeKind = defineKind({
  type: 'form',
  category: 'person',
  schema,
  isShown: true,
  asks: 'form',
  templates: ({ message, dataPoints }) => templatesIn({ message, dataPoints: dataPoints.map(formTexts) }),
  sets: ({ dataPoints }) => dataPoints.map(({ key }) => key),
  begin: ({ message, dataPoints }, scope) => ({ type: 'ask', question: formOf(message, dataPoints, scope) }),
  finish: ({ dataPoints }, answer) =>
    withValues(answer, (values) => ({
      type: 'done',
      output: shownValues(dataPoints, values),
      variables: values,
    })),
})
