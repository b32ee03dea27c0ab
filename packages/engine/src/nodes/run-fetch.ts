import { z } from 'zod'
import { renderText } from '../text/render.ts'
import type { Scope } from '../text/scope.ts'
import { saved, withOutput } from './answers.ts'
import { onFailure, optionalText, saveAs, timeoutMs } from './config-fields.ts'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'
import { templatesIn } from './templates-in.ts'

const schema = z.object({
  /** Whose newest run is fetched; `null` for this workflow. */
  workflowId: optionalText,
  /** A run by its id; `null` for the newest before this one. */
  runId: optionalText,
  saveAs,
  timeoutMs: timeoutMs(30_000),
  onFailure,
})

/** Fetches an earlier run, with what it did. */
export const runFetch: NodeKind = defineKind({
  type: 'run-fetch',
  category: 'control',
  schema,
  ways: ['direct', 'conditional', 'false'],
  isShown: true,
  canContinue: true,
  templates: ({ workflowId, runId }) => templatesIn({ workflowId, runId }),
  sets: ({ saveAs }) => (saveAs === null ? [] : [saveAs]),
  begin: (config, scope) => {
    const workflowId = filled(config.workflowId, scope)
    const runId = filled(config.runId, scope)
    const { timeoutMs } = config
    return {
      type: 'perform',
      action: { type: 'run-fetch', workflowId, runId },
      input: { workflowId, runId },
      timeoutMs,
    }
  },
  finish: ({ saveAs }, answer) =>
    withOutput(answer, (output) => ({ type: 'done', output, variables: saved(saveAs, output) })),
})

const filled = (template: string | null, scope: Scope): string | null =>
  renderText(template ?? '', scope).trim() || null
