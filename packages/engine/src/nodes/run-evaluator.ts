import { z } from 'zod'
import { renderText } from '../text/render.ts'
import { saved, withOutput } from './answers.ts'
import { choiceOf, modelFields, onFailure, saveAs, text, texts, timeoutMs } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { templatesIn } from './templates-in.ts'

const schema = z.object({
  ...modelFields,
  runId: text('Say which run is judged, like {{steps.fetch.output.id}}.'),
  criteria: texts('Write at least one sentence that a good run fulfils.'),
  saveAs,
  timeoutMs: timeoutMs(120_000),
  onFailure,
})

/** Lets a model judge a run by sentences that it should fulfil. */
export const runEvaluator: NodeKind = defineKind({
  type: 'run-evaluator',
  category: 'control',
  schema,
  ways: ['direct', 'conditional', 'false'],
  isShown: true,
  canContinue: true,
  templates: ({ runId, criteria }) => templatesIn({ runId, criteria }),
  sets: ({ saveAs }) => (saveAs === null ? [] : [saveAs]),
  begin: (config, scope) => {
    const runId = renderText(config.runId, scope).trim()
    const criteria = config.criteria.map((each) => renderText(each, scope))
    if (runId === '') {
      return { type: 'failed', error: `“${config.runId}” gives no run to judge; fetch one before this step.` }
    }
    return {
      type: 'perform',
      action: { type: 'run-evaluate', runId, criteria, choice: choiceOf(config) },
      input: { runId, criteria },
      timeoutMs: config.timeoutMs,
    }
  },
  finish: ({ saveAs }, answer) =>
    withOutput(answer, (output) => ({ type: 'done', output, variables: saved(saveAs, output) })),
})
