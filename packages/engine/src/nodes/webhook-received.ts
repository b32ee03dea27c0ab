import { z } from 'zod'
import type { NodeKind } from './node-kind.ts'
import { triggerKind } from './trigger-kind.ts'

/** Starts when the workflow's own URL is called; the body is read as `trigger.body`. */
export const webhookReceived: NodeKind = triggerKind('webhook-received', z.object({}))
