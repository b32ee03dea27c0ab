import type { Json } from '@threadwork/engine'
import type { CodeLimits } from './code-limits.ts'
import type { CodeResult } from './code-runner.ts'

const failed = (error: string, line: number | null, logs: readonly string[]): CodeResult => ({
  type: 'failed',
  error,
  line,
  logs,
})

/** What a sandbox's word says, `null` when it says nothing: code of strangers may have written it. */
export function readWord(text: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof text !== 'string') return null
  try {
    const word: unknown = JSON.parse(text)
    return typeof word === 'object' && word !== null ? { ...word } : null
  } catch {
    return null
  }
}

/** The result that a sandbox's last word stands for, within the limits. */
export function readAnswer(word: Readonly<Record<string, unknown>>, limits: CodeLimits): CodeResult {
  const logs = readLogs(word['logs'], limits)
  if (word['type'] === 'returned') return readOutput(word['output'], logs, limits)
  const { error, line } = word
  const sentence = typeof error === 'string' && error.trim() !== '' ? error.trim() : 'The code failed.'
  const isLine = typeof line === 'number' && Number.isSafeInteger(line) && line > 0
  return failed(sentence.slice(0, limits.errorLength), isLine ? line : null, logs)
}

function readOutput(output: unknown, logs: readonly string[], limits: CodeLimits): CodeResult {
  if (typeof output !== 'string') return failed('The code returned nothing that can be read.', null, logs)
  if (output.length > limits.outputLength) {
    return failed(
      `“main” returned ${output.length} characters of JSON, and ${limits.outputLength} is the most. Return less.`,
      null,
      logs,
    )
  }
  try {
    // What JSON.parse makes is JSON.
    return { type: 'succeeded', output: JSON.parse(output) as Json, logs }
  } catch {
    return failed('The code returned nothing that JSON can hold.', null, logs)
  }
}

function readLogs(logs: unknown, { logLines, logLength }: CodeLimits): readonly string[] {
  if (!Array.isArray(logs)) return []
  return logs
    .filter((line): line is string => typeof line === 'string')
    .slice(0, logLines + 1)
    .map((line) => line.slice(0, logLength + 1))
}
