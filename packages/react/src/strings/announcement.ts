import type { Link } from '@threadwork/core'
import { plural } from './plural.ts'

/** The sentences that a screen reader hears. Each is said once. */
export interface AnnouncementStrings {
  /** A finished message, as it is read aloud. */
  message(agent: string, text: string): string
  messages(count: number, agent: string): string
  /** Behind a message that was cut. */
  readonly continues: string
  /** Takes the place of code. `language` is the writer's own word, `null` without one. */
  codeBlock(language: string | null, lines: number): string
  /** Takes the place of a table; `rows` without its heading. */
  table(rows: number, columns: number): string
  working(agent: string): string
  notSent(problem: string | null): string
  skillsRunning(skills: readonly string[]): string
  skillsDone(skills: readonly string[]): string
  skillFailed(skill: string, error: string | null): string
  approval(skill: string): string
  answeredElsewhere(skill: string): string
  expired(skill: string): string
  connection(service: string | null): string
  connected(service: string | null): string
  connectionFailed(service: string | null): string
  form(message: string): string
  /** Several cards that need the person. */
  needs(count: number): string
  /** Several things that went wrong. */
  failures(count: number): string
  step(at: {
    readonly workflow: string
    readonly step: number
    readonly steps: number
    readonly message: string
  }): string
  halted(at: {
    readonly workflow: string
    /** What the failed step was about, `null` where nobody said. */
    readonly step: string | null
    readonly error: string | null
  }): string
  completed(workflow: string): string
  cancelled(workflow: string): string
  ended(workflow: string): string
  background(at: { readonly workflow: string; readonly message: string }): string
  backgroundFailed(at: {
    readonly workflow: string
    readonly step: string
    readonly error: string | null
  }): string
  /** Behind what the scripted model said. */
  readonly scripted: string
  readonly links: Readonly<Record<Link, string>>
  readonly stopped: string
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** More names than this are counted. */
const mostNames = 3

const named = (names: readonly string[]): string =>
  names.length > mostNames ? plural(names.length, 'skill', 'skills') : list.format(names)

const withReason = (sentence: string, reason: string | null): string =>
  reason === null ? `${sentence}.` : `${sentence}: ${reason}`

export const englishAnnouncement: AnnouncementStrings = {
  message: (agent, text) => `${agent}: ${text}`,
  messages: (count, agent) => `${plural(count, 'new message', 'new messages')} from ${agent}.`,
  continues: '… Message continues.',
  codeBlock: (language, lines) =>
    `Code block, ${language === null ? '' : `${language}, `}${plural(lines, 'line', 'lines')}.`,
  table: (rows, columns) => `Table, ${plural(rows, 'row', 'rows')}, ${plural(columns, 'column', 'columns')}.`,
  working: (agent) => `${agent} is working.`,
  notSent: (problem) => withReason('Your message was not sent', problem),
  skillsRunning: (skills) => `Running: ${named(skills)}.`,
  skillsDone: (skills) => `Done: ${named(skills)}.`,
  skillFailed: (skill, error) => withReason(`${skill} failed`, error),
  approval: (skill) => `Your approval is needed for ${skill}.`,
  answeredElsewhere: (skill) => `${skill} was answered elsewhere.`,
  expired: (skill) => `The time to answer for ${skill} is over.`,
  connection: (service) =>
    service ? `Your ${service} account is needed.` : 'An account of yours is needed.',
  connected: (service) => (service ? `${service} is connected.` : 'The account is connected.'),
  connectionFailed: (service) =>
    service ? `${service} could not be connected.` : 'The account could not be connected.',
  form: (message) => `Details are needed: ${message}`,
  needs: (count) => `${plural(count, 'card needs', 'cards need')} you.`,
  failures: (count) => `${plural(count, 'thing has', 'things have')} failed.`,
  step: ({ workflow, step, steps, message }) =>
    `${workflow || 'Workflow'}, step ${step} of ${steps}: ${message}`,
  halted: ({ workflow, step, error }) =>
    withReason(
      step === null
        ? `${workflow || 'The workflow'} has halted`
        : `${workflow || 'The workflow'} has halted at “${step}”`,
      error,
    ),
  completed: (workflow) => `${workflow || 'The workflow'} is complete.`,
  cancelled: (workflow) => `${workflow || 'The workflow'} was cancelled.`,
  ended: (workflow) => `${workflow || 'The workflow'} is over.`,
  background: ({ workflow, message }) => `${workflow || 'Workflow'}, in the background: ${message}`,
  backgroundFailed: ({ workflow, step, error }) =>
    withReason(`“${step}” failed in the background of ${workflow || 'the workflow'}`, error),
  scripted: 'This is a scripted answer.',
  links: {
    live: 'Connected again.',
    recovering: 'Connection lost. Reconnecting.',
    offline: 'You are offline.',
  },
  stopped: 'You stopped listening. The run itself may go on.',
}
