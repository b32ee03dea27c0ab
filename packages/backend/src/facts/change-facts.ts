import type { ConversationChange } from '@threadwork/engine'
import type { Channel, FactsRecord } from '../store/run-records.ts'

/** What can change of a conversation's facts: what a workflow changes, and what only a person or a channel does. */
export type FactsChange =
  | ConversationChange
  | { readonly type: 'set-channel'; readonly channel: Channel }
  | { readonly type: 'unassign' }
  /** It was handed to people, or they are done with it. */
  | { readonly type: 'set-escalated'; readonly isEscalated: boolean }
  /** The conversation is over until somebody writes in it again. */
  | { readonly type: 'end' }

/** What a change causes, as far as the change itself tells it. */
export type CausedEvent =
  | { readonly type: 'conversation-opened' | 'conversation-resolved' | 'conversation-starred' }
  | { readonly type: 'ai-assigned' | 'human-assigned'; readonly assignee: string }
  | { readonly type: 'label-added' | 'label-removed'; readonly labels: readonly string[] }

/** Facts after a change, and what it caused. */
export interface ChangedFacts {
  readonly facts: FactsRecord
  readonly events: readonly CausedEvent[]
}

/** The most labels or signals of a conversation, and the most characters of one. */
export const mostWords = 100
export const longestWord = 100

/**
 * Changes facts. What is so already stays and causes nothing: a label that is there is not added again. Words are
 * compared without regard to case, and keep the spelling that was first.
 */
export function changeFacts(facts: FactsRecord, change: FactsChange, now: number): ChangedFacts {
  switch (change.type) {
    case 'set-status':
      return setStatus(facts, change.status)
    case 'end': {
      const { facts: resolved, events } = setStatus(facts, 'resolved')
      return { facts: { ...resolved, endedAt: resolved.endedAt ?? now }, events }
    }
    case 'set-starred':
      return {
        facts: { ...facts, isStarred: change.isStarred },
        events: change.isStarred && !facts.isStarred ? [{ type: 'conversation-starred' }] : [],
      }
    case 'add-labels':
      return addLabels(facts, change.labels)
    case 'remove-labels':
      return removeLabels(facts, change.labels)
    case 'add-signals':
      return quiet({ ...facts, signals: [...facts.signals, ...newWords(facts.signals, change.signals)] })
    case 'assign':
      return assign(facts, change.to, change.assignee)
    case 'unassign':
      return quiet({ ...facts, assignee: null })
    case 'set-escalated':
      return quiet({ ...facts, isEscalated: change.isEscalated })
    case 'set-channel':
      return quiet({ ...facts, channel: change.channel })
  }
}

const quiet = (facts: FactsRecord): ChangedFacts => ({ facts, events: [] })

function setStatus(facts: FactsRecord, status: FactsRecord['status']): ChangedFacts {
  if (facts.status === status) return quiet(facts)
  return status === 'open'
    ? { facts: { ...facts, status, endedAt: null }, events: [{ type: 'conversation-opened' }] }
    : { facts: { ...facts, status }, events: [{ type: 'conversation-resolved' }] }
}

function addLabels(facts: FactsRecord, labels: readonly string[]): ChangedFacts {
  const added = newWords(facts.labels, labels)
  if (added.length === 0) return quiet(facts)
  return {
    facts: { ...facts, labels: [...facts.labels, ...added] },
    events: [{ type: 'label-added', labels: added }],
  }
}

function removeLabels(facts: FactsRecord, labels: readonly string[]): ChangedFacts {
  const unwanted = new Set(labels.map(fold))
  const removed = facts.labels.filter((label) => unwanted.has(fold(label)))
  if (removed.length === 0) return quiet(facts)
  return {
    facts: { ...facts, labels: facts.labels.filter((label) => !unwanted.has(fold(label))) },
    events: [{ type: 'label-removed', labels: removed }],
  }
}

function assign(facts: FactsRecord, to: 'human' | 'ai', name: string): ChangedFacts {
  if (facts.assignee?.to === to && facts.assignee.name === name) return quiet(facts)
  const type = to === 'ai' ? 'ai-assigned' : 'human-assigned'
  return { facts: { ...facts, assignee: { to, name } }, events: [{ type, assignee: name }] }
}

function newWords(known: readonly string[], words: readonly string[]): readonly string[] {
  const seen = new Set(known.map(fold))
  const fresh: string[] = []
  for (const word of words.map((each) => each.trim().slice(0, longestWord))) {
    if (word === '' || seen.has(fold(word)) || known.length + fresh.length >= mostWords) continue
    seen.add(fold(word))
    fresh.push(word)
  }
  return fresh
}

const fold = (word: string): string => word.trim().toLowerCase()
