import { z } from 'zod'
import { condition, when } from './config-fields.ts'
import type { NodeKind } from './node-kind.ts'
import { triggerKind } from './trigger-kind.ts'

/** Starts when a condition on what is remembered of the contact holds. */
export const memory: NodeKind = triggerKind('memory', z.object({ condition, when }))
