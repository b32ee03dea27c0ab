import type { Fact } from '@threadwork/core'
import type { DrawnWorkflow, Script } from './write-down.ts'

/** What this client was told of one workflow. Counted from what arrived, never from what is shown. */
interface Heard {
  isNamed: boolean
  isEnded: boolean
  hasForm: boolean
  mayHaveForm: boolean
  readonly begun: Set<string>
  readonly over: Set<string>
}

const listen = (arrived: readonly Fact[]): ReadonlyMap<string, Heard> => {
  const heard = new Map<string, Heard>()
  let current = ''
  const of = (id: string): Heard => {
    const known = heard.get(id) ?? {
      isNamed: false,
      isEnded: false,
      hasForm: false,
      mayHaveForm: false,
      begun: new Set<string>(),
      over: new Set<string>(),
    }
    heard.set(id, known)
    return known
  }
  for (const fact of arrived) {
    // What bare events mean behind a history without a workflow, nobody could say.
    if (fact.type === 'workflow-snapshot' && fact.snapshot === null) current = ''
    if (fact.type === 'workflow-snapshot' && fact.snapshot !== null) {
      const { workflowId, status, steps, form } = fact.snapshot
      const workflow = of(workflowId)
      current = workflowId
      workflow.isNamed = true
      workflow.isEnded ||= status === 'completed' || status === 'halted'
      workflow.mayHaveForm ||= form !== null
      for (const step of steps) {
        workflow.begun.add(step.stepId)
        if (step.status === 'completed' || step.status === 'failed') workflow.over.add(step.stepId)
      }
    }
    if (fact.type !== 'event' || !('workflowId' in fact.event)) continue
    const { event } = fact
    // Bare events mean the workflow that was named last.
    if (event.workflowId !== null) current = event.workflowId
    const workflow = of(current)
    if (event.type === 'workflow-started') workflow.isNamed = true
    if (event.type === 'workflow-ended') workflow.isNamed = workflow.isEnded = true
    if (!('stepId' in event)) continue
    workflow.begun.add(event.stepId)
    workflow.hasForm ||= event.type === 'form-required'
    if (event.type === 'step-completed' || event.type === 'step-failed') workflow.over.add(event.stepId)
    if (event.type === 'step-failed' && !event.lane) workflow.isEnded = true
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
    const order = [...drawn.steps.keys()].filter((stepId) => shown.has(stepId))
    return (
      name === `workflow:${id}` &&
      statuses.includes(status) &&
      order.join() === [...shown.keys()].join() &&
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

// Bare events carry no time, and a form of the history none either: nobody could say where among the messages they stand.
const isAside = (row: string, isCounted: boolean): boolean =>
  row.startsWith('form:') || (!isCounted && row.startsWith('workflow:'))

// Messages first in their order; then what stands aside, by its name.
const asideLast = <Entry>(
  entries: readonly Entry[],
  isCounted: boolean,
  lineOf: (entry: Entry) => string,
): readonly Entry[] => {
  const nameOf = (entry: Entry): string => lineOf(entry).split(' ')[0] ?? ''
  const aside = entries.filter((entry) => isAside(lineOf(entry), isCounted))
  return [
    ...entries.filter((entry) => !isAside(lineOf(entry), isCounted)),
    ...aside.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
  ]
}

// Bare events behind a history without a workflow make a card that no name belongs to.
const isNameless = (row: string, isCounted: boolean): boolean => !isCounted && row.includes(':unnamed-')

/** How what is shown differs from what this client can know of the drawn conversation; `null` when it does not. */
export const hubDifference = (
  scripts: readonly Script[],
  arrived: readonly Fact[],
  rows: readonly string[],
  isCounted: boolean,
): string | null => {
  const heard = listen(arrived)
  const all = scripts.flatMap((script) => placesOf(script, heard))
  const isShown = (place: Place): boolean => !place.mayLack || rows.some(place.is)
  const places = asideLast(all.filter(isShown), isCounted, ({ told }) => told)
  const named = rows.filter((row) => !isNameless(row, isCounted))
  const shown = asideLast(named, isCounted, (row) => row)
  for (let index = 0; index < Math.max(shown.length, places.length); index += 1) {
    const [row, place] = [shown[index], places[index]]
    if (row === undefined || !place?.is(row))
      return `row ${index} is “${row ?? 'missing'}” and should be “${place?.told ?? 'absent'}”`
  }
  return null
}
