import type { Perform } from '../perform/perform.ts'
import { type ToolPorts, callTool } from './call-tool.ts'

/** Performs tools of the registry. Output: what the tool made; `{passages}` of a knowledge base, `{status, headers, body}` of an API. */
export const createToolPerformer =
  (ports: ToolPorts): Perform<'tool'> =>
  ({ tool, input, timeoutMs }, context) =>
    callTool(ports, { name: tool, input, timeoutMs }, context)
