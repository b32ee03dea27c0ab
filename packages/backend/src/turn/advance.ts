import type { BackendContext } from '../context.ts'
import type { TurnRecord } from '../store/records.ts'
import { askApprovals } from './ask-approvals.ts'
import type { Beat } from './beat.ts'
import { emit, saveTurn, speak, touch } from './emit.ts'
import { requestConnection } from './wait.ts'
import { startWorkflow } from './workflow-run.ts'

/** Plays a turn's beats until it pauses, waits for a person, or ends. Calling it on any other turn does nothing. */
export function advance(context: BackendContext, turnId: string): void {
  for (;;) {
    const turn = context.store.get('turns', turnId)
    if (turn?.status !== 'running') return
    const beat = turn.todo[0]
    const pauseMs = context.store.transaction(() => {
      if (!beat) return endTurn(context, turn)
      return play(context, saveTurn(context, { ...turn, todo: turn.todo.slice(1) }), beat)
    })
    if (pauseMs !== null) return context.later(pauseMs, () => advance(context, turnId))
  }
}

/** Lets a waiting turn go on with `beats` in front of what it still had to do. */
export function goOn(context: BackendContext, turn: TurnRecord, beats: readonly Beat[]): void {
  saveTurn(context, { ...turn, status: 'running', waiting: null, todo: [...beats, ...turn.todo] })
  advance(context, turn.id)
}

/** Ends a turn, whatever it had left to do. */
export function endTurn(context: BackendContext, turn: TurnRecord): null {
  const ended = emit(context, { ...turn, runningSkills: [] }, { type: 'processing.finished' })
  saveTurn(context, { ...ended, status: 'ended', todo: [], waiting: null })
  touch(context, turn.parent, {})
  context.logs.get(turn.id)?.end()
  context.logs.delete(turn.id)
  return null
}

/** Plays one beat; the answer is how long to wait behind it, in scripted milliseconds. */
function play(context: BackendContext, turn: TurnRecord, beat: Beat): number | null {
  switch (beat.type) {
    case 'pause':
      return beat.ms
    case 'say':
      speak(context, turn, beat.text)
      return null
    case 'begin-skills':
      beginSkills(context, turn, beat.skills)
      return null
    case 'end-skill':
    case 'fail-skill':
      endSkill(context, turn, beat)
      return null
    case 'ask-approvals':
      askApprovals(context, turn, beat, (waiting, beats) => goOn(context, waiting, beats))
      return null
    case 'request-connection':
      requestConnection(context, turn, beat)
      return null
    case 'start-workflow':
      startWorkflow(context, turn, beat, (waiting, beats) => goOn(context, waiting, beats))
      return null
    case 'interrupt-streams':
      context.logs.get(turn.id)?.interrupt(beat)
      return null
  }
}

function beginSkills(context: BackendContext, turn: TurnRecord, skills: TurnRecord['runningSkills']): void {
  const [first] = skills
  if (!first) return
  const running = { ...turn, runningSkills: [...turn.runningSkills, ...skills] }
  // As the Headless API does it: skills that begin together are announced once.
  emit(context, running, { type: 'skill.running', skill_name: first.name, skill_id: first.id })
}

function endSkill(
  context: BackendContext,
  turn: TurnRecord,
  beat: Extract<Beat, { readonly type: 'end-skill' | 'fail-skill' }>,
): void {
  const index = turn.runningSkills.findIndex((skill) => skill.name === beat.skill.name)
  const left = { ...turn, runningSkills: turn.runningSkills.filter((_, at) => at !== index) }
  const skill = { skill_name: beat.skill.name, skill_id: beat.skill.id }
  if (beat.type === 'fail-skill') emit(context, left, { type: 'skill.failed', ...skill, error: beat.error })
  else emit(context, left, { type: `skill.${beat.outcome}`, ...skill })
}
