import { plural } from './plural.ts'

/** The sentences that a screen reader hears. Each is said once. */
export interface AnnouncementStrings {
  message(text: string): string
  messages(count: number): string
  approval(skill: string): string
  connection(service: string | null): string
  form(message: string): string
  halted(workflow: string): string
  completed(workflow: string): string
  readonly more: string
}

export const englishAnnouncement: AnnouncementStrings = {
  message: (text) => `Assistant: ${text}`,
  messages: (count) => plural(count, 'new message', 'new messages'),
  approval: (skill) => `Your approval is needed for ${skill}.`,
  connection: (service) =>
    service ? `Your ${service} account is needed.` : 'An account of yours is needed.',
  form: (message) => `Details are needed: ${message}`,
  halted: (workflow) => `${workflow} has halted and needs you.`,
  completed: (workflow) => `${workflow} is complete.`,
  more: '… The rest is in the conversation.',
}
