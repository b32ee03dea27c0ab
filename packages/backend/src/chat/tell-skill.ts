import { type RunEvent, type WorkflowNode, kindOf } from '@threadwork/engine'
import { skillNamed } from '../agent/catalogue.ts'
import type { BackendContext } from '../context.ts'
import { isRecord } from '../is-record.ts'
import type { RunRecord } from '../store/run-records.ts'
import { emit, saveTurn, speak } from './emit.ts'
import type { Telling } from './telling.ts'
import { livingTurn } from './turns.ts'

// As the Headless API does it: skills that begin together are announced once.
const announced = new WeakSet<RunRecord>()

/** Tells a run as the turn's own skills: its steps are skills that run, end or fail. */
export function tellSkill(context: BackendContext, telling: Telling, event: RunEvent): void {
  switch (event.type) {
    case 'step-started':
      return beginSkill(context, telling, event.skill)
    case 'step-completed':
      return endSkill(context, telling, event.stepId, null)
    case 'step-failed':
      return endSkill(context, telling, event.stepId, event.error)
    case 'workflow-failed':
      return tellFailure(context, telling, event.error)
    case 'workflow-cancelled':
      for (const stepId of event.stepIds) endSkill(context, telling, stepId, 'Cancelled.')
      return
    case 'workflow-started':
    case 'workflow-completed':
    case 'said':
    case 'question-asked':
    case 'question-answered':
      return
  }
}

const isOfDevelopment = (skill: string): boolean => skill.startsWith('development.')

function beginSkill(context: BackendContext, { told, turnId }: Telling, skill: string | null): void {
  const turn = livingTurn(context, turnId)
  if (!turn || skill === null || isOfDevelopment(skill)) return
  const { name, id } = skillNamed(skill)
  const running = { ...turn, runningSkills: [...turn.runningSkills, { name, id }] }
  if (announced.has(told.record)) {
    saveTurn(context, running)
    return
  }
  announced.add(told.record)
  emit(context, running, { type: 'skill.running', skill_name: name, skill_id: id })
}

function endSkill(
  context: BackendContext,
  { told, turnId }: Telling,
  stepId: string,
  error: string | null,
): void {
  const turn = livingTurn(context, turnId)
  const step = told.record.run.steps.find((each) => each.id === stepId)
  const node = told.record.run.workflow.nodes.find((each) => each.id === step?.nodeId)
  const skill = turn?.runningSkills.find(({ name }) => name === skillOfNode(node))
  if (!turn || !step || !skill) return
  const index = turn.runningSkills.indexOf(skill)
  const left = { ...turn, runningSkills: turn.runningSkills.toSpliced(index, 1) }
  const named = { skill_name: skill.name, skill_id: skill.id }
  if (error !== null) return void emit(context, left, { type: 'skill.failed', ...named, error })
  emit(context, left, { type: wasStopped(step.output) ? 'skill.stopped' : 'skill.completed', ...named })
}

// An approval names the skill that it is about, and runs none.
const skillOfNode = (node: WorkflowNode | undefined): unknown =>
  node && kindOf(node.type)?.skillOf ? (node.config['skill'] ?? node.config['tool']) : undefined

const wasStopped = (output: unknown): boolean => isRecord(output) && output['outcome'] === 'stopped'

function tellFailure(context: BackendContext, { told, turnId }: Telling, error: string): void {
  const turn = livingTurn(context, turnId)
  const { fallbackMessage } = told.record.run.workflow.settings
  // With a fallback message of its own the workflow has spoken.
  if (turn && fallbackMessage === null) {
    speak(context, turn, `I could not finish this: ${error}`, { saidBy: told.runId })
  }
}
