export type { Action, ActionOutput, ConversationChange, HttpMethod, ModelChoice } from './action.ts'
export type { Comparison, Condition, Operator } from './condition.ts'
export type { Edge, EdgeCondition, EdgeType } from './edge.ts'
export {
  type DataPoint,
  type FieldCondition,
  type FieldOption,
  type FieldType,
  optionValues,
} from './form/data-point.ts'
export { type FieldErrors, validateValues } from './form/validate-values.ts'
export type { Json, JsonObject } from './json.ts'
export type { Answer, Begun, NodeCategory, NodeKind, Outcome, Said, TemplateUse } from './nodes/node-kind.ts'
export type { ConnectionOutcome, FormValues, ParameterNote, Question } from './question.ts'
export type { Rendered } from './rendered.ts'
export type { Effect } from './run/effect.ts'
export type { ReplyAction, RunEvent } from './run/run-event.ts'
export type { Moment, RunInput } from './run/run-input.ts'
export type { Lane, Run, RunMode, RunSeed, RunStatus, Step, StepStatus } from './run/run.ts'
export {
  type ErrorRateHook,
  type Presentation,
  type RunBudget,
  type WorkflowSettings,
  defaultSettings,
} from './settings.ts'
export type { Scope } from './text/scope.ts'
export type { Position, Workflow, WorkflowGraph, WorkflowNode } from './workflow.ts'
