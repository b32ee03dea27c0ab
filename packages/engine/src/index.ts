export type { Action, ActionOutput, ConversationChange, HttpMethod, ModelChoice } from './action.ts'
export { type Comparison, type Condition, type Operator, operators } from './condition.ts'
export type { Dialect, DialectId, ReadDocument } from './dialects/dialect.ts'
export { dialects } from './dialects/dialects.ts'
export { applyDiff } from './diff/apply-diff.ts'
export type { Change, FieldChange, FieldPath } from './diff/change.ts'
export { diffGraphs } from './diff/diff-graphs.ts'
export type { Edge, EdgeCondition, EdgeType } from './edge.ts'
export type { Example } from './examples/example.ts'
export { exampleWorkflows } from './examples/example-workflows.ts'
export {
  type DataPoint,
  type FieldCondition,
  type FieldOption,
  type FieldType,
  optionValues,
} from './form/data-point.ts'
export { dataPointsSchema } from './form/data-points-schema.ts'
export { type FieldErrors, validateValues } from './form/validate-values.ts'
export type { Json, JsonObject } from './json.ts'
export { type DelayLength, delayPresets } from './nodes/delay.ts'
export { kindOf, nodeKinds } from './nodes/node-kinds.ts'
export { type ConfigProblem, type ReadConfig, readConfig } from './nodes/read-config.ts'
export type { Answer, Begun, NodeCategory, NodeKind, Outcome, Said, TemplateUse } from './nodes/node-kind.ts'
export type { ConnectionOutcome, FormValues, ParameterNote, Question } from './question.ts'
export type { Encoding, Rendered, SecretSlot } from './rendered.ts'
export { activeSteps, isOver } from './run/active-steps.ts'
export { createRun } from './run/create-run.ts'
export type { Effect } from './run/effect.ts'
export { type Verdict, judge } from './run/judge.ts'
export type { ReplyAction, RunEvent } from './run/run-event.ts'
export type { Moment, RunInput } from './run/run-input.ts'
export type { Lane, Run, RunMode, RunSeed, RunStatus, Step, StepStatus } from './run/run.ts'
export { transition } from './run/transition.ts'
export {
  type ErrorRateHook,
  type Presentation,
  type RunBudget,
  type WorkflowSettings,
  defaultSettings,
} from './settings.ts'
export { type CompiledPattern, compilePattern } from './text/compile-pattern.ts'
export { type ConditionProblem, conditionProblems } from './text/condition-problems.ts'
export { createScope } from './text/create-scope.ts'
export { fillSecrets } from './text/fill-secrets.ts'
export { holds } from './text/holds.ts'
export { templatePaths } from './text/parse-template.ts'
export { quoteMarkdown } from './text/quote-markdown.ts'
export { readWords, wordsOf } from './text/read-path.ts'
export { renderBody } from './text/render-body.ts'
export { renderUrl } from './text/render-url.ts'
export { maskSecrets, render, renderJson, renderText } from './text/render.ts'
export {
  isAssignable,
  isReservedName,
  isReservedVariable,
  isVariableName,
  reservedVariables,
  scopeRoots,
} from './text/reserved-names.ts'
export type { Scope } from './text/scope.ts'
export { type CausedEvent, actionEvents } from './triggers/action-events.ts'
export { blockedPair } from './triggers/blocked-pair.ts'
export {
  type ConversationEvent,
  type ConversationEventType,
  type ConversationFacts,
  conversationEventTypes,
} from './triggers/conversation-event.ts'
export { type Loop, type LoopStep, type LoopWorkflow, findLoops } from './triggers/find-loops.ts'
export {
  type IntentMatcher,
  type IntentScore,
  intentScore,
  meetsThreshold,
  normalizePhrase,
} from './triggers/intent.ts'
export { type AgentMoment, type AgentVerdict, judgeAgentTrigger } from './triggers/judge-agent-trigger.ts'
export { type ListenedEvent, listenedEvents } from './triggers/listened-events.ts'
export { loopSentence } from './triggers/loop-sentence.ts'
export { matchTrigger } from './triggers/match-trigger.ts'
export { triggerData, worldOf } from './triggers/trigger-data.ts'
export type { Problem } from './validate/problem.ts'
export { validateWorkflow } from './validate/validate-workflow.ts'
export type { SecretBinding, ValidationContext } from './validate/validation-context.ts'
export type { WorkflowStatus } from './workflow-status.ts'
export type { Position, Workflow, WorkflowGraph, WorkflowNode } from './workflow.ts'
