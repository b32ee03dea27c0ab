import type { ModelMessage as PromptMessage, ToolSet } from 'ai'
import { jsonSchema, tool } from 'ai'
import type { ModelMessage, ModelTool } from '../../models/model.ts'
import type { WireNames } from './wire-names.ts'

/** A conversation in the SDK's words. A provider refuses an empty one: then somebody bids it begin. */
export function toPrompt(messages: readonly ModelMessage[], names: WireNames): PromptMessage[] {
  if (messages.length === 0) return [{ role: 'user', content: 'Begin.' }]
  return messages.map((message) => toPromptMessage(message, names))
}

function toPromptMessage(message: ModelMessage, names: WireNames): PromptMessage {
  switch (message.role) {
    case 'user':
      return { role: 'user', content: message.text }
    case 'assistant': {
      const calls = message.toolCalls.map(({ callId, name, input }) => ({
        type: 'tool-call' as const,
        toolCallId: callId,
        toolName: names.toWire(name),
        input,
      }))
      const text = message.text === '' ? [] : [{ type: 'text' as const, text: message.text }]
      return { role: 'assistant', content: [...text, ...calls] }
    }
    case 'tool': {
      // The SDK's JSON has writable lists, ours has not; nothing writes to it.
      const output = { type: 'json' as const, value: structuredClone(message.output) as never }
      const toolName = names.toWire(message.name)
      return {
        role: 'tool',
        content: [{ type: 'tool-result', toolCallId: message.callId, toolName, output }],
      }
    }
  }
}

/** Tools in the SDK's words, without anything that runs: who asked the model runs them. */
export const toToolSet = (tools: readonly ModelTool[], names: WireNames): ToolSet =>
  Object.fromEntries(
    tools.map(({ name, description, inputSchema }) => [
      names.toWire(name),
      // JSON Schema is judged where the tool runs.
      tool({ description, inputSchema: jsonSchema({ type: 'object', ...inputSchema }) }),
    ]),
  )
