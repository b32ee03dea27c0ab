import type { Fact, WorkflowEvent, WorkflowSnapshot } from '@threadwork/core'
import type { DrawnWorkflow, Script } from './write-down.ts'

/** What this client was told of one workflow. Counted from what arrived, never from what is shown. */
interface Heard {
  isNamed: boolean
  isEnded: boolean
  hasForm: boolean
  mayHaveForm: boolean
  /** Bare events of another workflow came where this one was meant, or its own where another was: nobody could tell. */
  isMuddled: boolean
  /** Server time of its first word, as far as anybody said. */
  at: number | null
  /** Steps whose beginning was told: where the others stand nobody said. */
  readonly placed: Set<string>
  readonly begun: Set<string>
  readonly over: Set<string>
}

/** What reached a client. */
export interface Arrived {
  readonly arrived: readonly Fact[]
  readonly origins: WeakMap<Fact, string>
}

const createHeard = (): Heard => ({
  isNamed: false,
  isEnded: false,
  hasForm: false,
  mayHaveForm: false,
  isMuddled: false,
  at: null,
  placed: new Set(),
  begun: new Set(),
  over: new Set(),
})

const hearSnapshot = (workflow: Heard, { status, steps, form, at }: WorkflowSnapshot): void => {
  workflow.isNamed = true
  workflow.at ??= at
  workflow.isEnded ||= status === 'completed' || status === 'halted'
  workflow.mayHaveForm ||= form !== null
  for (const step of steps) {
    workflow.placed.add(step.stepId)
    workflow.begun.add(step.stepId)
    if (step.status === 'completed' || step.status === 'failed') workflow.over.add(step.stepId)
  }
}

const hearEvent = (workflow: Heard, event: WorkflowEvent): void => {
  workflow.at ??= event.at
  if (event.type === 'workflow-started') workflow.isNamed = true
  if (event.type === 'workflow-ended') workflow.isNamed = workflow.isEnded = true
  if (!('stepId' in event)) return
  workflow.begun.add(event.stepId)
  if (event.type === 'step-started') workflow.placed.add(event.stepId)
  if (event.type === 'form-required') {
    // A bare question about a step that the history had called over before is old: it was never open here.
    const isOld = event.seq === null && workflow.over.has(event.stepId)
    workflow.mayHaveForm ||= isOld
    workflow.hasForm ||= !isOld
  }
  if (event.type === 'step-completed' || event.type === 'step-failed') workflow.over.add(event.stepId)
  if (event.type === 'step-failed' && !event.lane) workflow.isEnded = true
}

const listen = ({ arrived, origins }: Arrived): ReadonlyMap<string, Heard> => {
  const heard = new Map<string, Heard>()
  let current = ''
  // Whose the bare events were that came before any name.
  let unnamed = new Set<string>()
  const of = (id: string): Heard => {
    const known = heard.get(id) ?? createHeard()
    heard.set(id, known)
    return known
  }
  const name = (id: string): void => {
    for (const origin of unnamed) if (origin !== id) of(id).isMuddled = true
    // What was asked before any name came may have been asked of this one.
    if (unnamed.size > 0) of(id).mayHaveForm ||= of('').hasForm
    unnamed = new Set()
    current = id
  }
  for (const fact of arrived) {
    // What bare events mean behind a history without a workflow, nobody could say.
    if (fact.type === 'workflow-snapshot' && fact.snapshot === null) current = ''
    if (fact.type === 'workflow-snapshot' && fact.snapshot !== null) {
      name(fact.snapshot.workflowId)
      hearSnapshot(of(current), fact.snapshot)
    }
    if (fact.type !== 'event' || !('workflowId' in fact.event)) continue
    // Bare events mean the workflow that was named last.
    if (fact.event.workflowId !== null) name(fact.event.workflowId)
    hearEvent(of(current), fact.event)
    const origin = origins.get(fact)
    if (origin === undefined) continue
    if (current === '') unnamed.add(origin)
    else if (origin !== current) of(current).isMuddled = of(origin).isMuddled = true
  }
  return heard
}

/** What may be shown in one place. */
interface Place {
  /** Only a history told of it, which may have been too old to count. */
  readonly mayLack: boolean
  readonly is: (row: string) => boolean
  readonly told: string
}

const exactly = (line: string, mayLack = false): Place => ({ is: (row) => row === line, told: line, mayLack })

const workflowPlace = (id: string, drawn: DrawnWorkflow, heard: Heard): Place => {
  const statuses = heard.isEnded ? [drawn.status] : [drawn.status, 'ended']
  const told = `workflow:${id} ${statuses.join('|')} of ${[...drawn.steps].map((step) => step.join(' ')).join(', ')}`
  const is = (row: string): boolean => {
    const [name, status = '', ...rest] = row.split(' ')
    const shown = new Map(
      rest
        .join(' ')
        .split(', ')
        .filter(Boolean)
        .map((step) => step.split(' ') as [string, string]),
    )
    const isPlaced = (stepId: string): boolean => heard.placed.has(stepId)
    const order = [...drawn.steps.keys()].filter((stepId) => shown.has(stepId) && isPlaced(stepId))
    return (
      name === `workflow:${id}` &&
      statuses.includes(status) &&
      [...shown.keys()].every((stepId) => drawn.steps.has(stepId)) &&
      order.join() === [...shown.keys()].filter(isPlaced).join() &&
      [...drawn.steps].every(([stepId, end]) => {
        const word = shown.get(stepId)
        if (heard.over.has(stepId)) return word === end
        return word === end || word === 'unknown' || (word === undefined && !heard.begun.has(stepId))
      })
    )
  }
  return { is, told, mayLack: false }
}

const placesOf = (script: Script, heard: ReadonlyMap<string, Heard>): readonly Place[] =>
  script.rows.flatMap(({ isMessage, mine }) => {
    const line = mine[0] ?? ''
    if (isMessage) return [exactly(line)]
    const [kind = '', id = ''] = line.split(/[: /]/u)
    const workflow = heard.get(id)
    const drawn = script.workflows.get(id)
    if (!workflow || !drawn || (!workflow.isNamed && workflow.begun.size === 0)) return []
    if (kind === 'workflow') return [workflowPlace(id, drawn, workflow)]
    if (!workflow.hasForm && !workflow.mayHaveForm) return []
    return [exactly(line, !workflow.hasForm)]
  })

/** Which workflows what is shown tells of, and where no order can be asked of them. */
interface Unordered {
  readonly isCounted: boolean
  /** Workflows that began at the very time of a message: no number orders a message. */
  readonly ties: ReadonlySet<string>
}

const workflowIn = (row: string): string => /^(?:workflow|form):([^ /]+)/u.exec(row)?.[1] ?? ''

// Bare events carry no time, and a form of the history none either: nobody could say where among the messages they stand.
const isAside = (row: string, { isCounted, ties }: Unordered): boolean =>
  row.startsWith('form:') || (row.startsWith('workflow:') && (!isCounted || ties.has(workflowIn(row))))

// Messages first in their order; then what stands aside, by its name.
const asideLast = <Entry>(
  entries: readonly Entry[],
  unordered: Unordered,
  lineOf: (entry: Entry) => string,
): readonly Entry[] => {
  const nameOf = (entry: Entry): string => lineOf(entry).split(' ')[0] ?? ''
  const aside = entries.filter((entry) => isAside(lineOf(entry), unordered))
  return [
    ...entries.filter((entry) => !isAside(lineOf(entry), unordered)),
    ...aside.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
  ]
}

const tiesIn = (arrived: readonly Fact[], heard: ReadonlyMap<string, Heard>): ReadonlySet<string> => {
  const times = new Set(
    arrived.map((fact) => (fact.type === 'history-message' ? fact.message.at : Number.NaN)),
  )
  return new Set([...heard].filter(([, { at }]) => at !== null && times.has(at)).map(([id]) => id))
}

// Bare events behind a history without a workflow make a card that no name belongs to.
const isNameless = (row: string, isCounted: boolean): boolean => !isCounted && row.includes(':unnamed-')

/** Whether bare events reached this client where nobody could tell whose they were. */
export const isMuddled = (told: Arrived): boolean =>
  [...listen(told).values()].some((workflow) => workflow.isMuddled)

/**
 * How what is shown differs from what this client can know of the drawn conversation; `null` when it does not. What bare
 * events say of a workflow that is muddled is not judged; that nothing of it goes on is told by the phase.
 */
export const hubDifference = (
  scripts: readonly Script[],
  told: Arrived,
  rows: readonly string[],
  isCounted: boolean,
): string | null => {
  const heard = listen(told)
  const isJudged = (row: string): boolean => heard.get(workflowIn(row))?.isMuddled !== true
  const unordered = { isCounted, ties: tiesIn(told.arrived, heard) }
  const all = scripts.flatMap((script) => placesOf(script, heard))
  const isShown = (place: Place): boolean =>
    isJudged(place.told) && (!place.mayLack || rows.some((row) => place.is(row)))
  const places = asideLast(all.filter(isShown), unordered, (place) => place.told)
  const named = rows.filter((row) => !isNameless(row, isCounted) && isJudged(row))
  const shown = asideLast(named, unordered, (row) => row)
  for (let index = 0; index < Math.max(shown.length, places.length); index += 1) {
    const [row, place] = [shown[index], places[index]]
    if (row === undefined || !place?.is(row))
      return `row ${index} is “${row ?? 'missing'}” and should be “${place?.told ?? 'absent'}”`
  }
  return null
}
