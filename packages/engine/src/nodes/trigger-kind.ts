import type { ZodType } from 'zod'
import { defineKind } from './define-kind.ts'
import type { NodeKind } from './node-kind.ts'

/** A kind of trigger: it is done at once, with what started the run. */
export const triggerKind = <Config>(
  type: string,
  schema: ZodType<Config>,
  sets?: (config: Config) => readonly string[],
): NodeKind =>
  defineKind({
    type,
    category: 'trigger',
    schema,
    isShown: false,
    ...(sets && { sets }),
    begin: (_, scope) => ({ type: 'done', output: scope.read('trigger') ?? null }),
  })
