export {
  type DataPoint,
  type FieldCondition,
  type FieldOption,
  type FieldType,
  optionValues,
} from '../form/data-point.ts'
export { type RunInput, type Verdict, judge } from './input.ts'
export {
  type FormValues,
  type Run,
  type RunEvent,
  type RunStatus,
  type StepState,
  type StepStatus,
  activeStep,
  createRun,
  isOver,
} from './run.ts'
export { type Effect, type Moment, transition } from './transition.ts'
export { type FieldErrors, validateValues } from '../form/validate-values.ts'
export { type Problem, isReservedName, validateDataPoints, validateWorkflow } from './validate.ts'
export type { ActionStep, InterventionStep, Step, Workflow } from './workflow.ts'
