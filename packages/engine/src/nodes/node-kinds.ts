import { aiDecision } from './ai-decision.ts'
import { aiExtraction } from './ai-extraction.ts'
import { approval } from './approval.ts'
import { connection } from './connection.ts'
import { conversationChanges } from './conversation-change.ts'
import { conversationTriggers } from './conversation-trigger.ts'
import { customReply } from './custom-reply.ts'
import { customSkill } from './custom-skill.ts'
import { decision } from './decision.ts'
import { delay } from './delay.ts'
import { endConversation } from './end-conversation.ts'
import { end } from './end.ts'
import { escalate } from './escalate.ts'
import { form } from './form.ts'
import { httpRequest } from './http-request.ts'
import { hybrid } from './hybrid.ts'
import { intent } from './intent.ts'
import { manual } from './manual.ts'
import { memory } from './memory.ts'
import type { NodeKind } from './node-kind.ts'
import { runEvaluator } from './run-evaluator.ts'
import { runFetch } from './run-fetch.ts'
import { sayLlm } from './say-llm.ts'
import { sayStatic } from './say-static.ts'
import { schedule } from './schedule.ts'
import { sendMessage } from './send-message.ts'
import { sendSms } from './send-sms.ts'
import { tool } from './tool.ts'
import { webhookReceived } from './webhook-received.ts'
import { webhook } from './webhook.ts'
import { workerLlm } from './worker-llm.ts'

const list: readonly NodeKind[] = [
  ...conversationTriggers,
  aiDecision,
  intent,
  hybrid,
  memory,
  manual,
  schedule,
  webhookReceived,
  sayLlm,
  workerLlm,
  sayStatic,
  tool,
  httpRequest,
  customSkill,
  webhook,
  sendSms,
  sendMessage,
  customReply,
  ...conversationChanges,
  escalate,
  aiExtraction,
  form,
  approval,
  connection,
  decision,
  delay,
  end,
  runFetch,
  runEvaluator,
  endConversation,
]

/** Every kind of node by its type, in the order of a palette. */
export const nodeKinds: ReadonlyMap<string, NodeKind> = new Map(list.map((kind) => [kind.type, kind]))

/** The kind of a node; `null` for a type that the engine does not know. */
export const kindOf = (type: string): NodeKind | null => nodeKinds.get(type) ?? null
